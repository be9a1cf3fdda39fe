using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>The constants that name laws and accelerators in attributes, written from their tables.</summary>
internal static class KnownNames
{
    private const int Columns = 120;

    /// <summary>H100-SXM is H100Sxm: the model keeps its letters where it has digits; other words are
    /// capitalised.</summary>
    public static string Of(Accelerator chip) => string.Concat(chip.Name.Split('-').Select((word, at) =>
        char.IsDigit(word[0]) || (at == 0 && word.Any(char.IsDigit)) ? word : Capitalised(word)));

    /// <summary>hoffmann-2022-approach1 is Hoffmann2022Approach1, unless the law gives its own name.</summary>
    public static string Of(ScalingLaw law) => law.ConstantName ?? string.Concat(law.Id.Split('-').Select(Capitalised));

    public static string Summary(Accelerator chip)
    {
        string memory = (chip.MemoryBytes / 1e9)?.ToString(CultureInfo.InvariantCulture) + " GB";
        string name = chip.Vendor + " " + chip.Name.Replace('-', ' ');
        bool isNamedByMemory = name.EndsWith(memory.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return name + (isNamedByMemory || chip.MemoryBytes is null ? "" : ", " + memory) + ".";
    }

    public static string Summary(ScalingLaw law)
    {
        string arxiv = law.Source.ArxivId is { } id ? ", arXiv:" + id : "";
        string year = law.Source.Year.ToString(CultureInfo.InvariantCulture);
        string text = $"{law.Title}: {law.Source.Authors} {year}{arxiv}. {Gives(law)}{(law == LawCatalog.Default ? "; the default" : "")}.";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Gives(ScalingLaw law) => (law is ILossLaw, law is IAllocationLaw) switch
    {
        (true, true) => "Loss and allocation",
        (true, false) => "Loss, no allocation",
        _ => "Allocation, no loss",
    };

    /// <summary>The file with these constants in place of its own.</summary>
    public static string WithConstants(string file, IEnumerable<(string Name, string Value, string Summary)> constants) =>
        file[..(file.IndexOf("\n{\n", StringComparison.Ordinal) + 3)]
            + string.Join("\n", constants.Select(one => Comment(one.Summary) + $"    public const string {one.Name} = \"{one.Value}\";\n"))
            + "}\n";

    private static string Comment(string summary)
    {
        string line = "    /// <summary>" + summary + "</summary>\n";
        if (line.Length <= Columns + 1) return line;
        int end = summary.LastIndexOf(' ', Math.Min(summary.Length - 1, Columns - "    /// <summary>".Length));
        return "    /// <summary>" + summary[..end] + "\n    /// " + summary[(end + 1)..] + "</summary>\n";
    }

    private static string Capitalised(string word) =>
        char.ToUpperInvariant(word[0]) + (word.Any(char.IsLower) && !word.Any(char.IsUpper) ? word[1..] : word[1..].ToLowerInvariant());
}
