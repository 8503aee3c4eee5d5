"""The sentences in English (British). Same keys and fields as `it`."""

from typing import Final

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SHAPES: Final = {
    "list.last": "{first} and {last}",
    "list.more.one": "{count} more",
    "list.more.many": "{count} more",
    "quoted": "“{name}”",
}

_TITLES: Final = {
    "title.topics": "What {mentee} is curious about",
    "title.reciprocity": "What {mentor} would like in return",
    "title.language": "Language",
    "title.availability": "Time in the week",
    "title.mixing": "Far enough apart",
    "title.preferences": "Names they wrote down",
    "title.waiting": "Time already waited",
    "title.style": "Ways of working",
}

_REASONS: Final = {
    "topics.none": "{mentee} has not chosen topics yet, so every mentor counts half here.",
    "topics.nothing": "{mentee} would like {topics}; {mentor} guides colleagues on other topics.",
    "topics.first": "{mentee}’s first topic is {topic}: {mentor} guides colleagues on it"
    " (level {level} of 8).",
    "topics.first_digcomp": "{mentee}’s first topic is {topic}: {mentor} guides colleagues on it"
    " (DigComp {digcomp}, level {level} of 8).",
    "topics.also": "{mentor} also covers {topics}.",
    "topics.others": "{mentor} guides colleagues on {topics}.",
    "topics.elsewhere.one": "{topics} would be for someone else.",
    "topics.elsewhere.many": "{topics} would be for someone else.",
    "topics.rest": "Level 8 throughout would have earned the rest.",
    "return.none": "{mentor} asked for nothing in particular, so every mentee counts half here.",
    "return.nothing": "{mentor} hopes for {topics}, which {mentee} does not mention.",
    "return.given.one": "{mentor} asked for {topics}, and {mentee} offers just that.",
    "return.given.many": "{mentor} asked for {topics}, and {mentee} offers all of this.",
    "return.elsewhere.one": "{topics} would have to come from elsewhere.",
    "return.elsewhere.many": "{topics} would have to come from elsewhere.",
    "language.undeclared": "No language declared for {who}, so this counts half.",
    "language.apart": "{mentor} and {mentee} declare no language in common.",
    "language.first": "{language} comes first for both.",
    "language.shared.one": "They share {languages}.",
    "language.shared.many": "They share {languages}.",
    "language.other_first": "{name}’s first language is {language}.",
    "time.undeclared": "No free time declared yet for {who}, so this counts half.",
    "time.apart": "{mentor} and {mentee} declare no time in common.",
    "time.shared": "They share {windows}: {duration} a week.",
    "time.clock": "These are {mentee}’s hours ({zone}).",
    "time.rest": "Four hours a week in common would have earned the rest.",
    "time.zero": "no time",
    "time.season": "From {day}, when the clocks change at one end only, they share {duration}.",
    "time.season_short.one": "For {count} week from {day}, when the clocks change at one end only,"
    " they share {duration}.",
    "time.season_short.many": "For {count} weeks from {day}, when the clocks change at one end"
    " only, they share {duration}.",
    "mixing.both": "Different function and different site ({here} and {there}), so neither works"
    " in the other’s daily shadow.",
    "mixing.unit_far": "Different functions: {function} and {top}.",
    "mixing.unit_near": "Same function ({top}), different teams.",
    "mixing.unit_same": "Same unit: {unit}.",
    "mixing.unit_unknown": "The unit is not known for both.",
    "mixing.site_far": "Different sites: {here} and {there}.",
    "mixing.site_same": "Same site: {there}.",
    "mixing.site_unknown": "The site is not known for both.",
    "named.both": "{mentee} named {mentor}, and {mentor} named {mentee}.",
    "named.mentor": "{mentee} named {mentor}.",
    "named.mentee": "{mentor} named {mentee}.",
    "named.others": "{name} named other people.",
    "named.none": "Neither {mentor} nor {mentee} named anyone in particular.",
    "waited.one": "{name} has waited {count} round.",
    "waited.many": "{name} has waited {count} rounds.",
    "waited.none": "Nobody has waited before this round.",
    "style.unknown": "Ways of working are not known for both, so this counts half.",
    "style.strong": "Clear contrast in ways of working.",
    "style.some": "Some contrast in ways of working.",
    "style.alike": "Similar ways of working.",
}

_RULES: Final = {
    "rule.same-person.yes": "Two different people",
    "rule.same-person.no": "Nobody is paired with themselves",
    "rule.not-eligible.yes": "Both are eligible",
    "rule.not-eligible.no": "Not eligible in this round",
    "rule.not-eligible.who": "It concerns {who}",
    "rule.not-willing.yes": "Both are willing to take part",
    "rule.not-willing.no": "Not willing to take part now",
    "rule.not-willing.who": "It concerns {who}",
    "rule.seniority.yes": "{mentor}’s level is below {mentee}’s",
    "rule.seniority.no": "{mentor}’s level is not far enough below {mentee}’s",
    "rule.seniority.fact": "Levels {low} and {high}, at least {step} apart; read from the"
    " directory, never from age",
    "rule.seniority.unknown": "The directory holds no level for {who}",
    "rule.reporting-line.yes": "Not in the same reporting line",
    "rule.reporting-line.no": "In the same reporting line",
    "rule.reporting-line.shared": "Nearest shared manager: {who}",
    "rule.reporting-line.nobody": "No shared manager in the directory",
    "rule.reporting-line.above": "{mentor} is {count} steps up {mentee}’s line",
    "rule.reporting-line.below": "{mentee} is {count} steps up {mentor}’s line",
    "rule.reporting-line.unknown": "The directory holds no line manager for {who}, so the"
    " rule holds back everyone",
    "rule.siblings-reports.yes": "Not in a team next to {mentee}’s own",
    "rule.siblings-reports.no": "In a team next to {mentee}’s own",
    "rule.siblings-reports.fact": "Checked two levels up from both",
    "rule.siblings-reports.off": "The policy does not ask for this",
    "rule.siblings-reports.shared": "Shared manager within two levels: {who}",
    "rule.same-unit.yes": "Not in the same team",
    "rule.same-unit.no": "In the same team",
    "rule.same-unit.fact": "{here} and {there}",
    "rule.same-unit.same": "Both are in {unit}",
    "rule.same-unit.unknown": "The unit is not known for both",
    "rule.language.yes": "A language in common",
    "rule.language.no": "No language in common",
    "rule.language.fact": "{languages}",
    "rule.language.apart": "{mentor}: {here}. {mentee}: {there}",
    "rule.language.unknown": "Not checked: no language declared for {who}",
    "rule.overlap.yes": "Enough time in common",
    "rule.overlap.no": "Not enough time in common",
    "rule.overlap.fact": "{shared} a week shared, {needed} needed",
    "rule.overlap.unknown": "Not checked: no free time declared yet for {who}",
    "rule.previous.yes": "Never paired before",
    "rule.previous.no": "Already paired in an earlier round",
    "rule.excluded.yes": "No exclusion applies",
    "rule.excluded.no": "An exclusion applies",
    "rule.excluded.fact": "Reasons people give stay private to them",
    "rule.banned.yes": "Not forbidden by the coordinator",
    "rule.banned.no": "Forbidden by the coordinator",
    "rule.must.yes": "Required and met: {criterion}",
    "rule.must.no": "Required and not met: {criterion}",
}

SENTENCES: Final = _SHAPES | _TITLES | _REASONS | _RULES
