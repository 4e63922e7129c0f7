"""The index behind the most active brands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0014_repetitions_found")]

    operations = [
        migrations.AddIndex(
            model_name="timelineentry",
            index=models.Index(
                fields=["company", "partner", "-day", "known_until", "known_from"],
                name="timeline_activity",
                condition=models.Q(("partner__isnull", True)),
            ),
        ),
    ]
