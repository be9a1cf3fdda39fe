using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Fitting;

/// <summary>A column of a table: where it is, its name there, and what one of its unit is.</summary>
internal sealed record SweepColumn(int Place, string Name, double Unit);

/// <summary>Which columns of a table have the values of a sweep, by the names and units that people give
/// them.</summary>
internal static class SweepColumns
{
    private const double FlopsPerPetaflopDay = 8.64e19;
    private const int MostListed = 16;
    private static readonly double NatsPerBit = Math.Log(2);

    // The first name that a table has counts.
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["parameters"] = ["parameters", "params", "n", "modelsize", "numparameters", "numparams", "nparams", "totalparameters",
            "totalparams", "parametercount", "modelparameters", "modelparams"],
        ["tokens"] = ["tokens", "d", "trainingtokens", "traintokens", "numtokens", "ntokens", "totaltokens", "tokensseen"],
        ["flops"] = ["flops", "c", "compute", "trainingflops", "trainingflop", "flop", "totalflops", "trainingcompute"],
        ["loss"] = ["loss", "l", "finalloss", "valloss", "validationloss", "evalloss", "testloss", "finalvalloss", "trainloss",
            "trainingloss"],
        ["group"] = ["group", "run", "runid", "runname"],
        ["annealed"] = ["annealed", "isannealed", "cooled"],
        ["weight"] = ["weight", "weights"],
    };

    private static readonly Dictionary<string, double> Counts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 1e3,
        ["m"] = 1e6,
        ["b"] = 1e9,
        ["t"] = 1e12,
        ["thousand"] = 1e3,
        ["thousands"] = 1e3,
        ["million"] = 1e6,
        ["millions"] = 1e6,
        ["mn"] = 1e6,
        ["billion"] = 1e9,
        ["billions"] = 1e9,
        ["bn"] = 1e9,
        ["trillion"] = 1e12,
        ["trillions"] = 1e12,
        ["tn"] = 1e12,
    };

    private static readonly Dictionary<string, double> Flops = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tflops"] = 1e12,
        ["teraflops"] = 1e12,
        ["pflops"] = 1e15,
        ["petaflops"] = 1e15,
        ["eflops"] = 1e18,
        ["exaflops"] = 1e18,
        ["zflops"] = 1e21,
        ["zettaflops"] = 1e21,
        ["pfdays"] = FlopsPerPetaflopDay,
        ["pfsdays"] = FlopsPerPetaflopDay,
        ["petaflopdays"] = FlopsPerPetaflopDay,
        ["petaflopsdays"] = FlopsPerPetaflopDay,
        ["pflopsdays"] = FlopsPerPetaflopDay,
    };

    private static readonly string[] PlainUnits = ["tokens", "parameters", "params", "flops", "flop", "nats", "natstoken", "natspertoken"];

    /// <summary>What a column can be named for.</summary>
    public static IEnumerable<string> Roles => Names.Keys;

    /// <summary>The column of a role; null where the table has none.</summary>
    /// <param name="columns">The head line.</param>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="chosen">The name that the user gives; null where the usual names decide.</param>
    /// <exception cref="FitRefusedException">The chosen column is missing, or a unit is not known.</exception>
    public static SweepColumn? Of(IReadOnlyList<string> columns, string role, string? chosen)
    {
        if (chosen is not null)
        {
            int place = columns.ToList().FindIndex(column =>
                string.Equals(column.Trim(), chosen.Trim(), StringComparison.OrdinalIgnoreCase));
            if (role == "loss" && place >= 0 && IsPerplexity(columns[place]))
                throw FitChecks.Refuse(FitRefusal.BadInput, OfPerplexity(columns[place]));
            return place >= 0 ? new(place, columns[place], UnitOf(columns[place], role))
                : throw FitChecks.Refuse(FitRefusal.BadInput,
                    $"There is no column '{chosen}' for {role}; there are {string.Join(", ", columns)}.");
        }

        // "Training tokens (B)", then "eval/loss" by its last part.
        return Found(column => Plain(Bare(column, role)))
            ?? Found(column => Plain(Bare(column.Split('/', '.')[^1], role)));

        SweepColumn? Found(Func<string, string> plain)
        {
            foreach (string name in Names[role])
            {
                int place = columns.ToList().FindIndex(column => string.Equals(plain(column), name, StringComparison.OrdinalIgnoreCase));
                if (place >= 0) return new(place, columns[place], UnitOf(columns[place], role));
            }

            return null;
        }
    }

    /// <summary>What a table lacks for a fit, or has twice, and what to do; null where nothing.</summary>
    public static string? Missing(IReadOnlyList<string> columns, IReadOnlyDictionary<string, SweepColumn?> places)
    {
        var twice = places.Values.OfType<SweepColumn>().FirstOrDefault(column => columns.Count(other => IsSame(other, column.Name)) > 1);
        if (twice is not null) return $"The column '{twice.Name.Trim()}' occurs twice in the head line; rename one of them.";
        var missing = new[] { "parameters", "tokens", "loss" }
            .Where(role => places[role] is null && (role != "tokens" || places["flops"] is null))
            .Select(role => role == "tokens" ? "tokens or flops" : role)
            .ToArray();
        if (missing.Length == 0) return null;
        if (missing.Contains("loss") && columns.FirstOrDefault(IsPerplexity) is { } perplexity) return OfPerplexity(perplexity);
        string text = $"The columns {Listed(columns)} have no {string.Join(" and no ", missing)}; name a column "
            + string.Join(", another ", missing.Select(role => "'" + role.Split(' ')[0] + "'"))
            + ", or give the column that is meant: " + missing[0].Split(' ')[0] + "=NAME.";
        if (columns.FirstOrDefault(column => column.Any(c => !char.IsAscii(c))) is not { } foreign) return text;
        return text + string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $" '{foreign.Trim()}' contains the character U+{(int)foreign.First(c => !char.IsAscii(c)):X4}, which is not ASCII.");
    }

    // Exports have hundreds of columns.
    private static string Listed(IReadOnlyList<string> columns) => columns.Count <= MostListed ? string.Join(", ", columns)
        : string.Join(", ", columns.Take(MostListed)) + string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $" and {columns.Count - MostListed} more");

    private static bool IsPerplexity(string column) => Plain(column).ToUpperInvariant() is var name
        && (name.Contains("PERPLEXITY", StringComparison.Ordinal) || name.StartsWith("PPL", StringComparison.Ordinal)
            || name.EndsWith("PPL", StringComparison.Ordinal));

    private static string OfPerplexity(string column) =>
        $"A fit needs the loss in nats per token, and '{column.Trim()}' is a perplexity: the loss is its natural logarithm.";

    private static bool IsSame(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static double UnitOf(string column, string role)
    {
        string unit = Plain(Unit(column));
        if (unit.Length == 0) return role is "parameters" or "tokens" or "flops" && Suffix(column) is { } factor ? factor : 1;
        if (role is "parameters" or "tokens" && Count(unit) is { } count) return count;
        if (role == "flops" && Flops.TryGetValue(unit, out double flops)) return flops;
        if (role == "loss" && unit.ToUpperInvariant() is "BITS" or "BITSTOKEN" or "BITSPERTOKEN") return NatsPerBit;
        if (role is "group" or "annealed" or "weight" || PlainUnits.Contains(unit, StringComparer.OrdinalIgnoreCase)) return 1;
        return double.TryParse(Unit(column), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture,
            out double number) && number > 0 ? number
            : throw FitChecks.Refuse(FitRefusal.BadInput, $"The unit of the column '{column}' is not known; expected "
                + (role == "loss" ? "nats or bits" : role == "flops" ? "FLOPs, EFLOPs or PF-days" : "K, M, B or T") + ", as in '"
                + Bare(column, role).Trim() + (role == "loss" ? " (nats)" : role == "flops" ? " (EFLOPs)" : " (B)") + "'.");
    }

    // "B", "billions", "B tokens", "tokens, billions".
    private static double? Count(string unit)
    {
        foreach (string noun in new[] { "tokens", "parameters", "params", "in" })
        {
            if (unit.Length > noun.Length && unit.EndsWith(noun, StringComparison.OrdinalIgnoreCase)) unit = unit[..^noun.Length];
            else if (unit.Length > noun.Length && unit.StartsWith(noun, StringComparison.OrdinalIgnoreCase)) unit = unit[noun.Length..];
        }

        return Counts.TryGetValue(unit, out double count) ? count : null;
    }

    // The text in the last brackets: "tokens (B)", "params [M]".
    private static string Unit(string column)
    {
        string trimmed = column.Trim();
        int start = trimmed.LastIndexOfAny(['(', '[']);
        return start > 0 && trimmed.EndsWith(trimmed[start] == '(' ? ')' : ']') ? trimmed[(start + 1)..^1] : "";
    }

    // The last word without brackets: "params_millions", "tokens_B".
    private static double? Suffix(string column)
    {
        string trimmed = column.Trim();
        int at = trimmed.LastIndexOfAny(['_', ' ', '-']);
        if (at <= 0) return null;
        string word = trimmed[(at + 1)..];
        return Counts.TryGetValue(word, out double count) ? count : Flops.TryGetValue(Plain(word), out double flops) ? flops : null;
    }

    private static string Bare(string column, string role)
    {
        string trimmed = column.Trim();
        if (Unit(trimmed).Length > 0) return trimmed[..trimmed.LastIndexOfAny(['(', '['])];
        return role is "parameters" or "tokens" or "flops" && Suffix(trimmed) is not null
            ? trimmed[..trimmed.LastIndexOfAny(['_', ' ', '-'])]
            : trimmed;
    }

    private static string Plain(string column) => new(column.Where(char.IsLetterOrDigit).ToArray());
}
