"""Where the words of a statement appeared first."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0012_launches_in_the_calendar")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="repeats",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="repetitions",
                serialize=False,
                to="partnerships.statement",
            ),
        ),
    ]
