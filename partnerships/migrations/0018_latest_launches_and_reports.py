"""Indexes for brands with very many launches, and for partnerships with very many claims: the latest
launches that somebody made, and when anything was reported of a partnership last."""

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0017_search_by_days")]

    operations = [
        migrations.AddIndex(
            model_name="milestone",
            index=models.Index(
                models.F("partnership"),
                Coalesce("occurred_latest", "known_from").desc(),
                name="milestone_last_day",
                condition=models.Q(("partnership__isnull", False)),
            ),
        ),
        # Django makes the table, with an index of the maker alone.
        migrations.RunSQL(
            "CREATE INDEX launch_makers_latest ON partnerships_productlaunch_makers"
            " (company_id, productlaunch_id)",
            "DROP INDEX launch_makers_latest",
        ),
    ]
