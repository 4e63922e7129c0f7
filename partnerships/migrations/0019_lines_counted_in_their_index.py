"""The indexes of timelines tell whether a line is one on a day, so that lines are counted without
being read."""

from django.db import migrations, models

KNOWN = ["known_until", "known_from"]
BEFORE = {
    "timeline_page": ["company", "partner", "-day", "-tie"],
    "timeline_page_of_certainty": ["company", "partner", "certainty", "-day", "-tie"],
    "timeline_page_of_kind": ["company", "partner", "kind", "-day", "-tie"],
}
BEHIND = {"timeline_page": ["dated", *KNOWN]}


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0018_latest_launches_and_reports")]

    operations = [
        step
        for name, fields in BEFORE.items()
        for step in (
            migrations.RemoveIndex(model_name="timelineentry", name=name),
            migrations.AddIndex(
                model_name="timelineentry",
                index=models.Index(fields=[*fields, *BEHIND.get(name, KNOWN)], name=name),
            ),
        )
    ]
