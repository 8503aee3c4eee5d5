"""What can be wrong with a question, said so that it can be put right."""

from dataclasses import dataclass


class EngineError(Exception):
    """Anything the engine refuses to do; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the input: a stable `code`, whom or what it concerns, and the remedy."""

    code: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.remedy}"


class ProblemError(EngineError):
    """The question cannot be asked as it stands; `faults` lists every reason, not the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        shown = "\n".join(f"- {fault}" for fault in faults[:20])
        more = f"\n… and {len(faults) - 20} more" if len(faults) > 20 else ""
        super().__init__(f"{len(faults)} fault(s) in the matching problem:\n{shown}{more}")


class CertificateError(EngineError):
    """The certificate proves no answer to this problem; `faults` says everything that is wrong."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        shown = "\n".join(f"- {fault}" for fault in faults[:20])
        more = f"\n… and {len(faults) - 20} more" if len(faults) > 20 else ""
        super().__init__(
            f"The certificate does not prove an answer to this problem:\n{shown}{more}\n"
            "Take the certificate that was made from this input, unaltered, or solve again."
        )


class Cancelled(EngineError):
    """The caller asked to stop; nothing was kept."""


class Infeasible(EngineError):
    """Demands that cannot be met together; `demands` names them, `reason` says why in numbers."""

    def __init__(self, reason: str, demands: tuple[str, ...], places: int, wanted: int) -> None:
        self.reason = reason
        self.demands = demands
        self.places = places
        self.wanted = wanted
        super().__init__(reason)
