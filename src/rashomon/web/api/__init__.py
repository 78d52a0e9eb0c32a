"""The desk for programs: all that its pages do, as JSON under ``/api/v1``."""
