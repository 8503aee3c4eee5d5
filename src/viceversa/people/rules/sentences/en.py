"""English: for each code what is wrong, and what to do."""

SENTENCES: dict[str, tuple[str, str]] = {
    # the file as a whole
    "empty-file": ("The file is empty", "Export the people again and choose that file."),
    "file-too-large": (
        "The file is larger than 200 MB",
        "Leave out columns that are not in the guide, or import in several parts.",
    ),
    "sheet-too-wide": (
        "The first sheet reaches far beyond its table",
        "A stray cell stands in a remote row or column. Copy the table into a new workbook.",
    ),
    "not-a-table": (
        "This is not a table of people",
        "Choose a CSV file, or a workbook saved as XLSX, XLS or ODS.",
    ),
    "wrong-encoding": (
        "The file is not in the chosen encoding",
        "Choose another encoding, or let the program recognise it.",
    ),
    "damaged-spreadsheet": (
        "The workbook is damaged and cannot be opened",
        "Open it in your spreadsheet, save it again as XLSX or CSV and choose the new file.",
    ),
    "locked-spreadsheet": (
        "The workbook is protected by a password",
        "Save a copy without a password and choose that one.",
    ),
    "no-rows": (
        "The file has a header and nobody under it",
        "Check that the people are on the first sheet, below the header row.",
    ),
    "no-header": (
        "No column name in the first row is known",
        "Put the column names in the first row (id, email, first name, last name …), "
        "or say below which column is which.",
    ),
    "no-key-column": (
        "There is no column with the id or the e-mail",
        "Add a column called id or email, or say below which column it is: "
        "without it nobody can be recognised the next time.",
    ),
    "no-name-column": (
        "There is no column with the name",
        "Add first name and last name, or name, or say below which column it is.",
    ),
    "column-twice": (
        "Two columns mean the same: “{first}” and “{second}”",
        "Keep one of them, or say below that the other is to be left alone.",
    ),
    "huge-cell": (
        "A cell holds more than a million characters",
        "Empty that cell, or check that the rows of the file end where they should.",
    ),
    "quote-not-closed": (
        "A quotation mark is opened and never closed",
        "Close or remove it: from this line on the rows cannot be told apart.",
    ),
    # one row
    "stray-quote": (
        "A quotation mark stands where none can be",
        "Double the quotation marks inside the cell, or remove them.",
    ),
    "too-many-cells": (
        "The row has {found} cells and the header {expected}",
        "A value probably contains the separator: put that value in quotation marks.",
    ),
    "too-few-cells": (
        "The row has {found} cells and the header {expected}",
        "Add the missing separators, or join the row with the next if it was broken in two.",
    ),
    "no-key": (
        "The row has neither an id nor an e-mail",
        "Write one of the two, or leave the row out.",
    ),
    "no-name": ("The name is missing", "Write the name, or leave the row out."),
    "too-long": (
        "The text has {length} characters and at most {limit} fit",
        "Shorten it; perhaps two cells have run together.",
    ),
    "sheet-error": (
        "The cell holds a formula’s error, “{value}”",
        "Correct the formula in your spreadsheet, or write the value itself.",
    ),
    "control-character": (
        "The cell contains an invisible control character",
        "Delete it; it usually comes along when text is copied from another program.",
    ),
    "shortened-number": (
        "The spreadsheet has shortened the number to {value}",
        "Format the column as text, write the whole number again and save.",
    ),
    "email-comma": ("The address has a comma where a full stop belongs", "Write the address anew."),
    "bad-email": ("“{value}” is not an e-mail address", "Write it as name@organisation.example."),
    "damaged-letter": (
        "A letter arrived damaged",
        "The system that wrote the file has lost it: write the name in full.",
    ),
    "twice-encoded": (
        "The accents arrived damaged",
        "The system that wrote the file has encoded them twice.",
    ),
    "date-order": (
        "“{value}” is no date when the day comes first",
        "If this whole file has the month first, choose that in the reading options; "
        "otherwise correct the date.",
    ),
    "bad-date": ("“{value}” is not a date", "Write it as 2024-03-31 or 31/03/2024."),
    "impossible-date": (
        "“{value}” does not exist in the calendar",
        "Correct the day or the month.",
    ),
    "date-too-early": (
        "The hire date lies in the year {year}",
        "Correct the year: the date should be the one on which the person was hired.",
    ),
    "bad-level": (
        "The level is not a whole number between {least} and {most}",
        "Write a whole number, higher for more senior, or a grade and map it below.",
    ),
    "unknown-country": (
        "“{value}” is not a country we know",
        "Write the two-letter ISO code, such as IT, or the name in English or Italian.",
    ),
    "unknown-language": (
        "“{language}” is not a language we know",
        "Write a code such as it or en, or the name in English or Italian.",
    ),
    "unknown-status": ("“{value}” is not a status", "Write active, leave or left."),
    "same-id": (
        "Two rows have the same id, {value}",
        "Say which of the two is right; if they are two people, give one of them another id.",
    ),
    "same-email": (
        "Two rows have the same e-mail, {value}",
        "Say which of the two is right; if they are two people, correct one of the addresses.",
    ),
    "key-clash": (
        "The id belongs to {by_id} in the directory, the e-mail to {by_email}",
        "Correct the id or the e-mail, or leave the row out.",
    ),
    "email-taken": (
        "The e-mail already belongs to {by_email} in the directory",
        "Correct the address, or import the row of {by_email} with the new one as well.",
    ),
    # warnings
    "unknown-time-zone": (
        "“{value}” is not a time zone",
        "The organisation’s, {default}, will be used. Write an IANA name such as Europe/Rome.",
    ),
    "unknown-grade": (
        "The grade “{value}” has no level yet; rows with it: {count}",
        "Give it a level in the table of grades: without a level nobody can be matched.",
    ),
    "level-blank": (
        "Rows without a level: {count}",
        "Without a level the rule of the step between two people cannot be checked.",
    ),
    "manager-missing": (
        "The line manager “{value}” is not in the file",
        "Without a line manager the rule of the reporting line cannot be checked: "
        "{name} would get no proposal.",
    ),
    "manager-left-out": (
        "The row of the line manager “{value}” is left out",
        "Put that row right first: until then {name} would get no proposal.",
    ),
    "manager-circle": (
        "The reporting line runs in a circle of {count}: {people}",
        "Correct one of the line managers. Until then none of them is imported, "
        "and these people would get no proposal.",
    ),
    "own-manager": (
        "{name} is down as their own line manager",
        "Leave the cell empty for the person at the top, or write who leads.",
    ),
    "leaving-many": (
        "{count} of {total} people in the directory are missing from the file",
        "Check that the file is complete before anybody is deactivated.",
    ),
    # taking part
    "unknown-role": ("“{value}” is not a role", "Write mentor, mentee or both, or leave it empty."),
    "bad-weight": (
        "“{number}” after “{topic}” is not a number from {least} to {most}",
        "Write a whole number after the colon, or the topic alone.",
    ),
    "bad-places": (
        "“{value}” is not a number of places",
        "Write a whole number from {least} to {most}.",
    ),
    "bad-waiting": ("“{value}” is not a number of rounds", "Write a whole number, 0 for none."),
    "bad-window": (
        "“{window}” is not a weekly time",
        "Write it as Mon 09:00-11:00, several parted by semicolons.",
    ),
    "window-ends-first": (
        "“{window}” ends before it begins",
        "Correct the times; for a time across midnight write two.",
    ),
    "minimum-above-capacity": (
        "The minimum, {minimum}, is above the places, {capacity}",
        "Lower the minimum or raise the places.",
    ),
}
PLACE = {"line": "line {line}", "column": "column {header}", "file": "the file", "and": " and "}
