"""The form that takes a people file for enrolment."""

from django import forms
from django.utils.translation import gettext_lazy as _

LARGEST = 50 * 1024 * 1024


class EnrolmentFileForm(forms.Form):
    file = forms.FileField(
        label=_("People file"),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls,.ods"}),
    )

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 50 MB. Split it."))
        return file
