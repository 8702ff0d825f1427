"""Pictures drawn on the server as SVG, each with its words: no script, no style attribute, never colour alone."""
