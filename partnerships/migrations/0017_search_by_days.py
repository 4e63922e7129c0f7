"""On PostgreSQL an entry has the block of places in which it stands among its lexemes, so that the
newest with a frequent word are found without all the others."""

from typing import Any

from django.db import migrations

INDEX = """
CREATE INDEX partnerships_search_lexemes ON partnerships_searchentry
USING gin (lexemes) WITH (fastupdate = off)
"""
COLUMN = """
ALTER TABLE partnerships_searchentry ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
    array_to_tsvector(string_to_array(rtrim({text}), ' '))
) STORED
"""
# The shift is `search.documents.BLOCK_SHIFT`; other blocks need another migration.
WITH_BLOCK = "'@' || kind || ' #' || (place >> 39)::text || ' ' || words"
WITHOUT_BLOCK = "'@' || kind || ' ' || words"


def make(schema_editor: Any, text: str) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX partnerships_search_lexemes")
        schema_editor.execute("ALTER TABLE partnerships_searchentry DROP COLUMN lexemes")
        schema_editor.execute(COLUMN.format(text=text))
        schema_editor.execute(INDEX)


def forward(apps: Any, schema_editor: Any) -> None:
    make(schema_editor, WITH_BLOCK)


def backward(apps: Any, schema_editor: Any) -> None:
    make(schema_editor, WITHOUT_BLOCK)


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0016_rumoured_names_beside_official")]

    operations = [migrations.RunPython(forward, backward)]
