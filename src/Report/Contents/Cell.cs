namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A cell of a table, or a fact: the text in human units, the exact value, and the number that sorting
/// compares.</summary>
internal readonly record struct Cell(string Text, string Exact = "", double? Number = null);
