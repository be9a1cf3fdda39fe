using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>One option.</summary>
/// <param name="Key">Its key without prefix; the MSBuild property follows from it.</param>
/// <param name="Default">Its default, as docs/options.md prints it.</param>
/// <param name="Meaning">What it means, as docs/options.md prints it.</param>
/// <param name="Read">Reads it into the options.</param>
internal sealed record OptionRow(string Key, string Default, string Meaning, Func<OptionReader, RunOptions, RunOptions> Read);

/// <summary>
/// The one table of options. docs/options.md and the properties that the compiler sees are generated from it.
/// </summary>
internal static class OptionTable
{
    private const string NotSet = "not set";

    /// <summary>All options, in the order of docs/options.md.</summary>
    public static ImmutableArray<OptionRow> Rows { get; } = ImmutableArray.Create(
        new OptionRow("law", LawCatalog.Default.Id, "the law of runs that name none, one of `KnownLaws`", (reader, options) => With(
            options,
            options.Checks with
            {
                Law = reader.Text("law", id => options.Checks.Laws.TryGet(id, out _) ? id : null, "the id of a law such as besiroglu-2024",
                    options.Checks.Laws.All.Select(one => one.Id)),
            })),
        Number(
            "token_ratio_tolerance", "a factor of 1 or more", v => v >= 1,
            "allowed distance from the optimal tokens per parameter, as a factor in both directions",
            checks => checks.TokenRatioTolerance, (checks, value) => checks with { TokenRatioTolerance = value }),
        Number(
            "max_excess_compute", "a positive share such as 0.2", v => v > 0,
            "uses the excess compute as the limit instead: 0.2 allows 20 % more compute than the loss needs",
            checks => checks.MaxExcessCompute, (checks, value) => checks with { MaxExcessCompute = value }),
        Number(
            "max_extrapolation", "orders of magnitude, 0 or more", v => v >= 0,
            "orders of magnitude beyond its fitted range up to which a law is used without a note (SCALE003)",
            checks => checks.MaxExtrapolation, (checks, value) => checks with { MaxExtrapolation = value }),
        new OptionRow(
            "compute_thresholds", NotSet,
            "further thresholds of training compute for SCALE105, for example `1e26 review board`; a vertical bar separates several",
            (reader, options) => With(options, options.Checks with { ComputeThresholds = reader.Thresholds("compute_thresholds") })),
        Number(
            "min_flops", "FLOPs, 0 or more", v => v >= 0,
            "runs below it are not assessed",
            checks => checks.MinFlops, (checks, value) => checks with { MinFlops = value }),
        new OptionRow(
            "intent", NotSet, "the intent of runs that declare none: ComputeOptimal or InferenceOptimal",
            (reader, options) => With(options, options.Checks with
            {
                Intent = reader.Choice<TrainingIntent>("intent", "ComputeOptimal or InferenceOptimal"),
            })),
        Number(
            "tokens_per_parameter", "a positive number", v => v > 0,
            "the ratio of the law `tokens-per-parameter`",
            checks => checks.TokensPerParameter, (checks, value) => checks with { TokensPerParameter = value }) with
        {
            Default = "20",
        },
        new OptionRow("accelerator", NotSet, "the accelerator of runs that name none", (reader, options) => With(
            options,
            options.Checks with
            {
                Accelerator = reader.Text(
                    "accelerator", name => Accelerators.TryGet(name, out _) ? name : null, "an accelerator such as H100-SXM",
                    Accelerators.All.Select(one => one.Name)),
            })),
        Number(
            "utilization", "a share in (0, 1]", v => v > 0 && v <= 1,
            "model FLOPs utilisation (MFU) of runs that declare none, in (0, 1]",
            checks => checks.Utilization, (checks, value) => checks with { Utilization = value }),
        Number(
            "price_per_accelerator_hour", "a positive number", v => v > 0,
            "the price of runs that declare none, in your currency",
            checks => checks.PricePerAcceleratorHour, (checks, value) => checks with { PricePerAcceleratorHour = value }),
        new OptionRow(
            "batch_fixes", "mechanical", "what batches over a project or solution apply: `mechanical` fixes, or `all`",
            (reader, options) => options with { BatchAppliesEveryFix = reader.OneOf("batch_fixes", "mechanical", "all") == "all" }),
        Number(
            "max_epochs", "a positive number", v => v > 0,
            "accepted passes over the unique tokens, in place of 4 (info) and 16 (warning) (SCALE201)",
            checks => checks.MaxEpochs, (checks, value) => checks with { MaxEpochs = value }));

    private static RunOptions With(RunOptions options, CheckOptions checks) => options with { Checks = checks };

    // The default is that of CheckOptions.
    private static OptionRow Number(
        string key,
        string expected,
        Func<double, bool> accepts,
        string meaning,
        Func<CheckOptions, double?> of,
        Func<CheckOptions, double?, CheckOptions> with) => new(
            key,
            of(CheckOptions.Default) is { } otherwise ? Text(otherwise) : NotSet,
            meaning,
            (reader, options) => With(options, with(options.Checks, reader.Number(key, accepts, expected, of(CheckOptions.Default)))));

    private static string Text(double value) => value < 1e15
        ? value.ToString(CultureInfo.InvariantCulture)
        : value.ToString("0.####e0", CultureInfo.InvariantCulture);
}
