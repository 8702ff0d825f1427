"""The program that listens: pages for people and an API for programs, over one archive."""
