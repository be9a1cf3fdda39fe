using System.Collections.Generic;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A table of a report; the first cell of a row names it.</summary>
internal sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Whether readers may sort it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>What controls show and hide, one key a row; none where empty.</summary>
    public IReadOnlyList<string> Toggles { get; init; } = [];
}
