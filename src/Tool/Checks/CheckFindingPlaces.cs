using System.Collections.Generic;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>Findings are one where rule, place and message are.</summary>
internal sealed class CheckFindingPlaces : IEqualityComparer<CheckFinding>
{
    public static CheckFindingPlaces Instance { get; } = new();

    public bool Equals(CheckFinding? x, CheckFinding? y) => x is null ? y is null : y is not null && Key(x) == Key(y);

    public int GetHashCode(CheckFinding obj) => Key(obj).GetHashCode();

    private static (string, string, Input.Place) Key(CheckFinding finding) => (finding.Rule, finding.Message, finding.Place);
}
