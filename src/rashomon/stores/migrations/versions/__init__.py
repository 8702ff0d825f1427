"""The steps by which the tables of an archive came to be what they are; each is fixed once it was released."""
