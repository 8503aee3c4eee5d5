"""The form that takes a list of pairs."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

LARGEST = 5 * 1024 * 1024


class PairListForm(forms.Form):
    """One file of two columns."""

    file = forms.FileField(
        label=_("List of pairs"),
        help_text=_("CSV or XLSX with the columns mentor and mentee: employee numbers or e-mails."),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse what is too large to be a list of pairs."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than 5 MB: too large for a list of pairs.")
            )
        return file
