using System.Globalization;

namespace ScalingAnalyzers.RunFiles;

/// <summary>One value of a run, where it is written, or why it is unknown.</summary>
public sealed class RunFileValue
{
    internal RunFileValue(ConfigRole role, string key, object? content, string? unknown, string unit)
    {
        Role = role;
        Key = key;
        Content = content;
        Unknown = unknown;
        Unit = unit;
    }

    /// <summary>What the value is.</summary>
    public ConfigRole Role { get; }

    /// <summary>The path of its key: "optimizer.params.lr"; of an input that was given, its name.</summary>
    public string Key { get; }

    /// <summary>A number (long or double), text or truth value in the unit of the role; null where unknown or unset.</summary>
    public object? Content { get; }

    /// <summary>Why the value is unknown; null where it is known.</summary>
    public string? Unknown { get; }

    /// <summary>The unit that the trainer gives the key: "sequences of all ranks"; empty where there is none.</summary>
    public string Unit { get; }

    /// <summary>The file; empty for an input that was given and for a default of the trainer.</summary>
    public string File { get; internal init; } = "";

    /// <summary>The line, from 1; 0 where it is in no file.</summary>
    public int Line { get; internal init; }

    /// <summary>The column, from 1; 0 where it is in no file.</summary>
    public int Column { get; internal init; }

    /// <summary>Whether the file does not write it and the trainer's default holds.</summary>
    public bool IsDefault { get; internal init; }

    /// <summary>The value with its place.</summary>
    /// <returns>"20B.yml(12,17): train_iters = 150000 (steps)".</returns>
    public override string ToString()
    {
        string place = Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): ");
        string unit = Unit.Length == 0 ? "" : " (" + Unit + ")";
        return place + Key + (Unknown is { } why ? " is unknown: " + why : " = " + Scalars.Show(Content) + unit);
    }
}
