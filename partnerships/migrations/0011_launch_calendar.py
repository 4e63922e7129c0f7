"""The index behind the calendar of launches."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0010_search_filled")]

    operations = [
        migrations.CreateModel(
            name="CalendarEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("recorded", "all that is recorded"),
                            ("known", "what was known"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("status", models.CharField(max_length=20)),
                ("outcome", models.CharField(blank=True, max_length=20)),
                ("place", models.PositiveIntegerField()),
                (
                    "launch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar",
                        to="partnerships.productlaunch",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "calendar entries",
                "ordering": ["-place", "-launch_id"],
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=[
                            "basis",
                            "outcome",
                            "-place",
                            "-launch",
                            "since",
                            "until",
                            "status",
                        ],
                        name="calendar_page",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("launch", "basis", "outcome", "since"),
                        name="calendar_once_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("since__lt", models.F("until"))),
                        name="calendar_since_before_until",
                    ),
                ],
            },
        ),
    ]
