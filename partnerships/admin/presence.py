"""Who else has the page of a record open: told quietly, and asked for every few seconds."""

from typing import Any

from django.urls import reverse

from partnerships import recording
from partnerships.models import Record, listing


def context(user: Any, row: Record) -> dict[str, str]:
    """What the notice on the page of a record needs: `names` is empty where nobody else is."""
    meta = row._meta
    return {
        "address": reverse(f"admin:{meta.app_label}_{meta.model_name}_presence", args=[row.pk]),
        "names": listing(recording.others_present(user, row)),
    }
