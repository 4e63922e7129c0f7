"""The full-text index beside the search entries, kept by the database itself.

SQLite drops a table's triggers when Django alters the table: a migration that does so makes them
anew, with `make`.
"""

from typing import Any

from django.db import migrations

ON_SQLITE = [
    # Words are separated by spaces alone; what stands before some of them belongs to them. Without
    # places, for nothing asks where in a text a word stands.
    """
    CREATE VIRTUAL TABLE partnerships_searchindex USING fts5(
        words, content='partnerships_searchentry', content_rowid='place', detail=none,
        columnsize=0, tokenize="ascii tokenchars '.='"
    )
    """,
    """
    CREATE TRIGGER partnerships_search_entered AFTER INSERT ON partnerships_searchentry BEGIN
        INSERT INTO partnerships_searchindex(rowid, words) VALUES (new.place, new.words);
    END
    """,
    """
    CREATE TRIGGER partnerships_search_removed AFTER DELETE ON partnerships_searchentry BEGIN
        INSERT INTO partnerships_searchindex(partnerships_searchindex, rowid, words)
        VALUES ('delete', old.place, old.words);
    END
    """,
    """
    CREATE TRIGGER partnerships_search_changed AFTER UPDATE ON partnerships_searchentry BEGIN
        INSERT INTO partnerships_searchindex(partnerships_searchindex, rowid, words)
        VALUES ('delete', old.place, old.words);
        INSERT INTO partnerships_searchindex(rowid, words) VALUES (new.place, new.words);
    END
    """,
]
FROM_SQLITE = [
    "DROP TRIGGER partnerships_search_changed",
    "DROP TRIGGER partnerships_search_removed",
    "DROP TRIGGER partnerships_search_entered",
    "DROP TABLE partnerships_searchindex",
]
ON_POSTGRESQL = [
    # The words are lexemes as they are: no dictionary and no parser may change them.
    """
    ALTER TABLE partnerships_searchentry ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
        array_to_tsvector(string_to_array(rtrim('@' || kind || ' ' || words), ' '))
    ) STORED
    """,
    # Without a list of what is to be indexed later, which every search would read through.
    """
    CREATE INDEX partnerships_search_lexemes ON partnerships_searchentry
    USING gin (lexemes) WITH (fastupdate = off)
    """,
]
FROM_POSTGRESQL = [
    "DROP INDEX partnerships_search_lexemes",
    "ALTER TABLE partnerships_searchentry DROP COLUMN lexemes",
]


def make(apps: Any, schema_editor: Any) -> None:
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in ON_POSTGRESQL if on_postgresql else ON_SQLITE:
        schema_editor.execute(statement)


def remove(apps: Any, schema_editor: Any) -> None:
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in FROM_POSTGRESQL if on_postgresql else FROM_SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0008_search")]

    operations = [migrations.RunPython(make, remove)]
