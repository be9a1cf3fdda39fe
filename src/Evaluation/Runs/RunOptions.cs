using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>An option that could not be read.</summary>
/// <param name="Key">The key as the user wrote it, or the MSBuild property.</param>
/// <param name="Words">What is wrong with it, and what would be right.</param>
/// <param name="IsGlobal">Whether it applies to the whole compilation and therefore has no place.</param>
/// <param name="Almost">The key or value that is almost read, and what was meant; null where none is near.</param>
internal sealed record OptionProblem(string Key, string Words, bool IsGlobal, (string Kind, string Name, string Meant)? Almost = null);

/// <summary>
/// The options of .editorconfig, .globalconfig and MSBuild properties, in that order. Null means not set; an unreadable
/// value is listed, never replaced by the default.
/// </summary>
internal sealed record RunOptions
{
    public const string Prefix = "scaling_analyzers.";

    /// <summary>The options of the checks.</summary>
    public CheckOptions Checks { get; init; } = CheckOptions.Default;

    /// <summary>
    /// Whether a batch over a project or solution applies every kind of fix; by default only mechanical ones, which
    /// cannot change what is trained.
    /// </summary>
    public bool BatchAppliesEveryFix { get; init; }

    /// <summary>Unreadable options, as text that compares by value.</summary>
    public EquatableArray<OptionProblem> Problems { get; init; }

    /// <summary>The keys that are read, without prefix.</summary>
    public static ImmutableArray<string> Keys { get; } = ImmutableArray.Create(
        "law", "tokens_per_parameter", "intent", "min_flops", "accelerator", "utilization",
        "price_per_accelerator_hour", "max_epochs", "token_ratio_tolerance", "max_excess_compute", "max_extrapolation",
        "compute_thresholds", "batch_fixes");

    /// <summary>token_ratio_tolerance is ScalingTokenRatioTolerance in a project file.</summary>
    public static string PropertyOf(string key) => Properties.TryGetValue(key, out string? property) ? property : Property(key);

    private static readonly IReadOnlyDictionary<string, string> Properties =
        Keys.ToDictionary(key => key, Property, StringComparer.Ordinal);

    private static string Property(string key) =>
        "Scaling" + string.Concat(key.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    public static RunOptions Read(AnalyzerConfigOptionsProvider provider, SyntaxTree tree, LawLibrary laws) =>
        Read(provider.GetOptions(tree), provider.GlobalOptions, laws);

    public static RunOptions Read(AnalyzerConfigOptionsProvider provider, AdditionalText file, LawLibrary laws) =>
        Read(provider.GetOptions(file), provider.GlobalOptions, laws);

    private static RunOptions Read(AnalyzerConfigOptions own, AnalyzerConfigOptions global, LawLibrary laws)
    {
        var reader = new Reader(own, global);
        string? law = reader.Text("law", id => laws.TryGet(id, out _) ? id : null, "the id of a law such as besiroglu-2024",
            laws.All.Select(one => one.Id));
        string? thresholds = reader.Text("compute_thresholds", text => Thresholds(text).All(t => t is not null) ? text : null,
            "FLOPs and a name, more of them after |, such as 1e26 review board");
        double? tolerance = reader.Number("token_ratio_tolerance", v => v >= 1, "a factor of 1 or more", 3);
        var checks = new CheckOptions
        {
            Laws = laws,
            Law = law,
            ComputeThresholds = Thresholds(thresholds ?? "").OfType<ComputeThreshold>().ToArray(),
            TokensPerParameter = reader.Number("tokens_per_parameter", v => v > 0, "a positive number", null),
            Intent = reader.Text("intent", Known<TrainingIntent>, "ComputeOptimal or InferenceOptimal",
                Enum.GetNames(typeof(TrainingIntent))) is { } intent
                ? (TrainingIntent)Enum.Parse(typeof(TrainingIntent), intent)
                : null,
            MinFlops = reader.Number("min_flops", v => v >= 0, "FLOPs, 0 or more", 1.4e18),
            Accelerator =
                reader.Text("accelerator", name => Accelerators.TryGet(name, out _) ? name : null, "an accelerator such as H100-SXM",
                    Accelerators.All.Select(one => one.Name)),
            Utilization = reader.Number("utilization", v => v > 0 && v <= 1, "a share in (0, 1]", null),
            PricePerAcceleratorHour = reader.Number("price_per_accelerator_hour", v => v > 0, "a positive number", null),
            MaxEpochs = reader.Number("max_epochs", v => v > 0, "a positive number", null),
            TokenRatioTolerance = tolerance,
            MaxExtrapolation = reader.Number("max_extrapolation", v => v >= 0, "orders of magnitude, 0 or more", 2),
            MaxExcessCompute = reader.Number("max_excess_compute", v => v > 0, "a positive share such as 0.2", null),
        };
        string? batch = reader.Text("batch_fixes", text => Named(text, "mechanical", "all"), "mechanical or all", ["mechanical", "all"]);
        var unreadable = Keys.Where(key => reader.Problems.Any(p => p.Key == Prefix + key || p.Key == PropertyOf(key))).ToArray();
        reader.FindMisspelt();
        return new RunOptions
        {
            Checks = checks with { Unreadable = unreadable },
            BatchAppliesEveryFix = batch == "all",
            Problems = new EquatableArray<OptionProblem>(reader.Problems),
        };
    }

    // "1e26 review board | 1e24 the customer's own": ';' and '#' end a value in a global config.
    private static IEnumerable<ComputeThreshold?> Thresholds(string text) => text.Split('|').Select(part => part.Trim()).Select(part =>
    {
        int space = part.IndexOf(' ');
        return space > 0 && double.TryParse(part.Substring(0, space), NumberStyles.Float, CultureInfo.InvariantCulture, out double flops)
            && flops > 0 && !double.IsInfinity(flops)
            ? new ComputeThreshold(flops, part.Substring(space).Trim(), "declared in " + Prefix + "compute_thresholds",
                "the project's own options")
            : null;
    });

    private static string? Known<T>(string text)
        where T : struct => Named(text, Enum.GetNames(typeof(T)));

    private static string? Named(string text, params string[] names) =>
        names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));

    private sealed class Reader
    {
        private readonly AnalyzerConfigOptions _tree;
        private readonly AnalyzerConfigOptions _global;

        public Reader(AnalyzerConfigOptions tree, AnalyzerConfigOptions global)
        {
            _tree = tree;
            _global = global;
        }

        public List<OptionProblem> Problems { get; } = new();

        public string? Text(string key, Func<string, string?> read, string expected, IEnumerable<string>? known = null)
        {
            if (Raw(key) is not { } raw) return null;
            if (read(raw.Value) is { } text) return text;
            string? meant = known is null ? null : AlmostRead.Text(raw.Value, known, digitsCount: true);
            Refuse(raw.Key, raw.Value, expected, raw.IsGlobal,
                meant is null ? null : ("the value of " + raw.Key + ",", raw.Value, meant));
            return null;
        }

        public double? Number(string key, Func<double, bool> accepts, string expected, double? otherwise)
        {
            if (Raw(key) is not { } raw) return otherwise;
            if (double.TryParse(raw.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && accepts(value)
                && !double.IsInfinity(value)) return value;
            Refuse(raw.Key, raw.Value, expected, raw.IsGlobal);
            return null;
        }

        /// <summary>
        /// Keys with our prefix that are not options: a misspelt one would have no effect without any sign of it.
        /// </summary>
        public void FindMisspelt()
        {
            foreach (string key in KeysOf(_tree).Where(k => k.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
            {
                string name = key.Substring(Prefix.Length);
                if (Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
                string? meant = AlmostRead.Text(name, Keys, digitsCount: true);
                var near = NearNames.Of(name, Keys, 1);
                string remedy = near.Count > 0 ? "; '" + Prefix + near[0] + "' is" : "; available: " + string.Join(", ", Keys);
                Problems.Add(new OptionProblem(key, "is not an option" + remedy, _global.TryGetValue(key, out _),
                    meant is null ? null : ("option", key, Prefix + meant)));
            }
        }

        // Some hosts pass options that cannot list their keys.
        private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
        {
            try
            {
                return options.Keys.OrderBy(key => key, StringComparer.Ordinal).ToArray();
            }
            catch (NotImplementedException)
            {
                return [];
            }
        }

        private void Refuse(
            string key, string value, string expected, bool isGlobal, (string Kind, string Name, string Meant)? almost = null) =>
            Problems.Add(new OptionProblem(
                key, "is '" + value + "', which is not " + expected + "; rules that depend on it report nothing", isGlobal, almost));

        private (string Key, string Value, bool IsGlobal)? Raw(string key)
        {
            bool inGlobal = _global.TryGetValue(Prefix + key, out string? global) && !string.IsNullOrWhiteSpace(global);
            if (_tree.TryGetValue(Prefix + key, out string? own) && !string.IsNullOrWhiteSpace(own))
                return (Prefix + key, own.Trim(), inGlobal && own == global);
            if (inGlobal) return (Prefix + key, global!.Trim(), true);
            if (_global.TryGetValue("build_property." + PropertyOf(key), out string? property) && !string.IsNullOrWhiteSpace(property))
                return (PropertyOf(key), property.Trim(), true);
            return null;
        }
    }
}
