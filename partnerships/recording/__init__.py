"""The only place where records are saved, linked or deleted.

One batch is one transaction: whatever writes (admin, fixtures, commands) opens a `batch`, hands its
rows over, and at the end the batch checks what crosses rows, brings known-from days and the
timeline index up to date, keeps a revision of every record that it changed, and commits; or it is
`Refused` and nothing of it is kept.
"""

from partnerships.recording.index import bring_up_to_date, rebuild, refresh_statistics
from partnerships.recording.presence import note_presence, others_present
from partnerships.recording.refusal import Refused, Stale, as_recording, is_writing
from partnerships.recording.rules import missing_references
from partnerships.recording.suggestions import decide, keep_suggestions, note_filed, reopen
from partnerships.recording.writing import Writer, batch

__all__ = [
    "Refused",
    "Stale",
    "Writer",
    "as_recording",
    "batch",
    "bring_up_to_date",
    "decide",
    "is_writing",
    "keep_suggestions",
    "missing_references",
    "note_filed",
    "note_presence",
    "others_present",
    "rebuild",
    "refresh_statistics",
    "reopen",
]
