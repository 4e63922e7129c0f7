"""A rumoured name that proved right may stand beside the official one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0015_activity")]

    operations = [
        migrations.RemoveConstraint(model_name="productname", name="product_name_once_a_launch"),
        migrations.AddConstraint(
            model_name="productname",
            constraint=models.UniqueConstraint(
                fields=("launch", "key"),
                name="product_name_once_a_launch",
                condition=models.Q(("kind", "rumoured"), _negated=True),
                violation_error_message="The launch has this name already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productname",
            constraint=models.UniqueConstraint(
                fields=("launch", "key"),
                name="product_name_rumoured_once",
                condition=models.Q(("kind", "rumoured")),
                violation_error_message="The launch has this rumoured name already.",
            ),
        ),
    ]
