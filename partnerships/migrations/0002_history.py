"""Versions of the records, their revisions, and the addresses that they had before."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import partnerships.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0001_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="citation",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="company",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="companyname",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="milestone",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="participation",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="partnership",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="person",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="productlaunch",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="productname",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name="statement",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False, serialize=False),
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    partnerships.models.fields.PublicIdField(
                        default=partnerships.models.fields.new_public_id,
                        editable=False,
                        max_length=12,
                        unique=True,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("actor_name", models.CharField(blank=True, max_length=150)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("admin", "the pages for editors"),
                            ("command", "a command"),
                            ("migration", "a migration"),
                        ],
                        max_length=10,
                    ),
                ),
                ("comment", models.CharField(blank=True, max_length=300)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reverts",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reverted_by",
                        to="partnerships.batch",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "batches",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="FormerAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=0, editable=False, serialize=False),
                ),
                (
                    "public_id",
                    partnerships.models.fields.PublicIdField(
                        default=partnerships.models.fields.new_public_id,
                        editable=False,
                        max_length=12,
                        unique=True,
                    ),
                ),
                ("slug", models.SlugField(max_length=120)),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="partnerships.company",
                    ),
                ),
                (
                    "launch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="partnerships.productlaunch",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="partnerships.partnership",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="partnerships.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "former addresses",
                "ordering": ["slug", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("record", models.BigIntegerField()),
                ("number", models.PositiveIntegerField()),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("created", "created"),
                            ("changed", "changed"),
                            ("deleted", "deleted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("address", models.CharField(max_length=120)),
                ("label", models.CharField(max_length=200)),
                ("page_kind", models.CharField(max_length=20)),
                ("page", models.BigIntegerField()),
                ("after", models.JSONField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="partnerships.batch",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.AddIndex(
            model_name="batch",
            index=models.Index(fields=["at"], name="batch_by_day"),
        ),
        migrations.AddIndex(
            model_name="batch",
            index=models.Index(fields=["actor_name", "-id"], name="batch_by_actor"),
        ),
        migrations.AddConstraint(
            model_name="formeraddress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("company__isnull", False),
                        ("launch__isnull", True),
                        ("partnership__isnull", True),
                        ("person__isnull", True),
                    ),
                    models.Q(
                        ("company__isnull", True),
                        ("launch__isnull", True),
                        ("partnership__isnull", True),
                        ("person__isnull", False),
                    ),
                    models.Q(
                        ("company__isnull", True),
                        ("launch__isnull", True),
                        ("partnership__isnull", False),
                        ("person__isnull", True),
                    ),
                    models.Q(
                        ("company__isnull", True),
                        ("launch__isnull", False),
                        ("partnership__isnull", True),
                        ("person__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="former_address_of_one",
                violation_error_message="An address leads to one record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formeraddress",
            constraint=models.UniqueConstraint(
                condition=models.Q(("company__isnull", False)),
                fields=("slug",),
                name="former_address_once_a_company",
                violation_error_message="This address leads elsewhere already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formeraddress",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person__isnull", False)),
                fields=("slug",),
                name="former_address_once_a_person",
                violation_error_message="This address leads elsewhere already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formeraddress",
            constraint=models.UniqueConstraint(
                condition=models.Q(("partnership__isnull", False)),
                fields=("slug",),
                name="former_address_once_a_partnership",
                violation_error_message="This address leads elsewhere already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formeraddress",
            constraint=models.UniqueConstraint(
                condition=models.Q(("launch__isnull", False)),
                fields=("slug",),
                name="former_address_once_a_launch",
                violation_error_message="This address leads elsewhere already.",
            ),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["page_kind", "page", "-id"], name="revision_of_page"),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["kind", "address"], name="revision_by_address"),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["kind", "-id"], name="revision_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("kind", "record", "number"), name="revision_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action", "deleted"), ("after__isnull", True)),
                    models.Q(
                        models.Q(("action", "deleted"), _negated=True), ("after__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="revision_says_what_is_left",
            ),
        ),
    ]
