"""The WSGI application that granian serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "viceversa.settings.base")
application = get_wsgi_application()
# Import every view now: otherwise the first visitor of each process waits for it.
_ = get_resolver().url_patterns
