namespace ScalingAnalyzers.Notebooks;

/// <summary>A value of a table, with its unit, as a person writes it.</summary>
internal sealed record NotebookRow(string Name, string Value, string Unit);
