"""The pages that people read: a function a page, a sentence a step."""
