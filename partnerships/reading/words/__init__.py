"""The tables that the reader goes by: words only, a file for each part of it."""
