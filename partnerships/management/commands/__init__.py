"""The commands, one file each: `python manage.py help` lists them."""
