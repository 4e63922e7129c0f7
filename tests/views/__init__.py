"""The public pages, an address a file."""
