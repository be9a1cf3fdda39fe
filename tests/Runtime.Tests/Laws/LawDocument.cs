using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Laws.Literature;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Laws;

/// <summary>docs/laws.md, written from the catalogue.</summary>
internal static partial class LawDocument
{
    private static readonly (double Flops, string Name)[] Budgets = [
        (1e21, "1e21 FLOPs"), (5.76e23, "5.76e23 FLOPs (Gopher, Chinchilla)"), (3.8e25, "3.8e25 FLOPs (Llama 3.1 405B)")];

    /// <summary>The law file that the page shows.</summary>
    public const string Example = """
        {
          "id": "our-2026",
          "title": "our 2026 sweep",
          "form": "chinchilla",
          "coefficients": { "E": 1.75, "A": 3.9, "alpha": 0.35, "B": 1.1, "beta": 0.37 },
          "units": { "parameters": "millions", "tokens": "billions" }, // what the coefficients were fitted in
          "convention": "non-embedding",
          "fitted": { "parameters": [5e7, 5e9], "tokens": [1e9, 2e11] },
          "source": { "authors": "Our team", "year": 2026, "title": "Spring sweep", "place": "report 7, table 2" },
          "caution": "Our tokenizer and data only."
        }
        """;

    public static string Write()
    {
        var text = new StringBuilder();
        Introduction(text);
        SideBySide(text);
        Repeated(text);
        RepeatedUnderTheLaw(text);
        Bands(text);
        SmallOrLarge(text);
        Hyperparameters(text);
        Mixtures(text);
        text.Append("## Laws of a dense run\n\n`Law = \"...\"` accepts their ids.\n\n");
        foreach (var law in LawCatalog.All) Section(text, law);
        text.Append("## Laws that answer other questions\n\nThey have separate methods and are listed in `LawCatalog.Specialized`.\n\n");
        foreach (var law in LawCatalog.Specialized) Section(text, law);
        Forms(text);
        text.Append(
            "\n## A law of your own\n\nA file `*.law.json` in the project, used by its id as a built-in law is; what is wrong with it is "
                + "reported at its place.\n\n```json\n" + Example + "\n```\n\n");
        text.Append(
            "Forms: `chinchilla` (E, A, alpha, B, beta), `coupled` (those and k: E + (A/N^alpha + B/D^beta)^k), "
                + "`repeated-data` (Chinchilla's, RD and RN), `power-allocation` (scale, exponent), "
                + "`tokens-per-parameter` (ratio). Units: parameters and tokens in 1, thousands, millions or billions; compute in FLOPs or "
                    + "PF-days; loss in nats or bits. The covariance is optional; with it every answer carries an interval. Ranges are "
                        + "always in parameters, tokens and FLOPs.\n");
        return text.ToString();
    }

    private static void Introduction(StringBuilder text) => text.Append(
        """
        # Scaling laws

        This page is generated from the catalogue in ScalingAnalyzers.Runtime; a test keeps both the same.

        The default is `besiroglu-2024`: Hoffmann's loss surface with the corrected fit. One surface gives the optimum, the
        predicted loss and the excess compute, so they agree with each other. The units are always parameters, tokens,
        FLOPs (6ND) and nats per token; units of the papers (PF-days, sequences, millions) are converted inside. The section
        of a law states which parameters it counts.

        Losses of different laws refer to different data and tokenizers: compare runs under one law, not laws by their
        losses. The optima of the laws differ, most of all far from their fitted ranges; the tables give that distance.


        """);

    private static void SideBySide(StringBuilder text)
    {
        text.Append("## Side by side\n\n");
        foreach (var (flops, name) in Budgets)
        {
            text.Append($"### {name}\n\n");
            text.Append("| law | parameters | tokens | tokens per parameter | interval of the ratio | loss | outside its fit by |\n");
            text.Append("|---|---|---|---|---|---|---|\n");
            foreach (var law in LawCatalog.All.Where(law => law is IAllocationLaw))
            {
                var plan = ComputeOptimalPlan.ForCompute(flops, law);
                string band = plan.OptimumBand is { } b
                    ? $"{Quantity.Format(b.TokensPerParameter.Low)} to "
                        + $"{Quantity.Format(b.TokensPerParameter.High)} ({Quantity.Percent(b.ConfidenceLevel)})"
                    : "";
                text.Append(Row(
                    $"`{law.Id}`", Quantity.Format(plan.Parameters), Quantity.Format(plan.Tokens), Quantity.Format(plan.TokensPerParameter),
                    band, Loss(plan.Loss), Orders(law, plan.OrdersOutsideFit)));
            }

            text.Append('\n');
        }

        text.Append(
            "Intervals come from the published uncertainty of the exponent. besiroglu-2024 turns about the compute where a bootstrap of "
                + "its points has the smallest error of the frontier; the others turn about the centre of their fitted "
                    + "compute, and are lower bounds. 0.5 "
                    + "orders of magnitude is a factor of 3.\n\n");
    }

    private static void Repeated(StringBuilder text)
    {
        text.Append(
            "## Repeated data (muennighoff-2023)\n\n| epochs | value of the average token | value of the next token |\n|---|---|---|\n");
        foreach (double epochs in new double[] { 1, 2, 4, 8, 16, 40, 100 })
        {
            text.Append(Row(
                Quantity.Format(epochs),
                Quantity.Percent(MuennighoffLaw.C4.ValueOfTokens(epochs)),
                Quantity.Percent(MuennighoffLaw.C4.ValueOfNextToken(epochs))));
        }

        text.Append("\nThe best run when only so many tokens are unique:\n\n| compute | unique tokens | parameters | tokens | epochs | "
            + "loss | loss if all were new |\n|---|---|---|---|---|---|---|\n");
        foreach (var (flops, unique) in new[] { (1e22, 2.5e10), (5.76e23, 1e11), (5.76e23, 3e11) })
        {
            var plan = RepeatedDataPlan.ForCompute(flops, unique);
            text.Append(Row(
                Quantity.Scientific(flops), Quantity.Format(unique), Quantity.Format(plan.Parameters), Quantity.Format(plan.Tokens),
                Quantity.Format(plan.Epochs), Loss(plan.Loss), Loss(plan.UnlimitedLoss)));
        }

        text.Append('\n');
    }

    private static void Hyperparameters(StringBuilder text)
    {
        text.Append(
            "## Learning rate and batch\n\n| run | law | learning rate | band | batch, tokens | band |\n|---|---|---|---|---|---|\n");
        foreach (var (n, d) in new[] { (1e9, 2e10), (7e9, 2e12), (70e9, 15e12) })
        {
            var plan = HyperparameterPlan.For(n, d);
            foreach (var rate in plan.LearningRates)
            {
                var batch = plan.BatchTokens.Concat(plan.CriticalBatchTokens).FirstOrDefault(s => s.Law == rate.Law);
                string sizes = $"{Quantity.Format(n)} on {Quantity.Format(d)}";
                string batches = batch is null ? " | " : Cells(batch.Suggestion);
                text.Append($"| {sizes} | `{rate.Law.Id}` | {Cells(rate.Suggestion)} | {batches} |\n");
            }
        }

        text.Append("\nA missing band is not published. Kaplan's and MiniCPM's batches are critical ones.\n\n");
    }

    private static void Mixtures(StringBuilder text)
    {
        text.Append("## Experts (ludziejewski-2025)\n\n| compute | experts | active parameters | tokens | loss | outside its fit by "
            + "|\n|---|---|---|---|---|---|\n");
        foreach (double flops in new[] { 1e20, 1e21, 1e22 })
        {
            foreach (var option in MixturePlan.ForCompute(flops).Options)
            {
                text.Append(Row(
                    Quantity.Scientific(flops), Quantity.Format(option.Experts), Quantity.Format(option.Parameters),
                    Quantity.Format(option.Tokens), Loss(option.Loss), Orders(option.Law, option.OrdersOutsideFit)));
            }
        }

        text.Append('\n');
    }

    private static void Section(StringBuilder text, ScalingLaw law)
    {
        text.Append($"### `{law.Id}`: {law.Title}\n\n    {law.Formula}\n\n");
        if (law.Coefficients.Count > 0)
        {
            text.Append("| coefficient | value | unit | uncertainty |\n|---|---|---|---|\n");
            foreach (var c in law.Coefficients) text.Append($"| {c.Symbol} | {Number(c.Value)} | {c.Unit} | {Uncertainty(c)} |\n");
            text.Append('\n');
        }

        text.Append($"- Source: {law.Source}\n- Counts: {Counts(law.Convention)}\n- Fitted on: {Range(law.FittedRange)}\n");
        if (law.Caution.Length > 0) text.Append($"- Mind: {law.Caution}\n");
        text.Append('\n');
    }

    private static void Forms(StringBuilder text) => text.Append(
        $"""
        ## Forms without coefficients of their own, and facts

        | type | what it gives | source |
        |---|---|---|
        | `CriticalBatch` | steps against examples at a batch: (S/Smin - 1)(E/Emin - 1) = 1 | McCandlish et al. 2018, arXiv:1812.06162 |
        | `EmbeddingConvention` | total from non-embedding parameters: NT = NE + 47491 NE^(1/3) for a vocabulary of 32,000 | Pearce and Song 2024, arXiv:2406.12907 |
        | `Hoffmann2022Flops` | FLOPs term by term; reproduces table A4 | Hoffmann et al. 2022, arXiv:2203.15556, appendix F |
        | `CoverageCurve` | share of tasks that at least one of k samples solves, exp(a k^b), and its fit | Brown et al. 2024, arXiv:2407.21787 |
        | `TestTimeExchange` | training FLOPs against test-time FLOPs | Snell et al. 2024, arXiv:2408.03314 |
        | `RewardOveroptimization` | gold reward against KL, best-of-n and reinforcement learning, and a fit | Gao et al. 2022, arXiv:2210.10760 |
        | `Emergence` | exact match p^n against token errors n (1 - p): why a metric can jump | Schaeffer et al. 2023, arXiv:2304.15004 |
        | `Wei2022` | where abilities were first observed | Wei et al. 2022, arXiv:2206.07682, table 1 |
        | `Villalobos2024` | stock of text: {Quantity.Format(Villalobos2024.EffectiveStock)} tokens, {Quantity.Format(Villalobos2024.EffectiveStockInterval.Low)} to {Quantity.Scientific(Villalobos2024.EffectiveStockInterval.High)} (90 %) | Villalobos et al. 2024, arXiv:2211.04325 |
        | `Brown2020` | GPT-3's trend, L = 2.57 C^-0.048, C in PF-days | Brown et al. 2020, arXiv:2005.14165, figure 3.1 |

        Kaplan's other forms (losses by size, data, compute and steps, critical batch, learning rate) are methods of
        `KaplanLaw`; the distilled student's loss is `BusbridgeLaw.StudentLoss`. MiniCPM's 192 tokens per parameter is a note,
        not a law: its printed averages do not reproduce it.

        """);

    private static string Row(params string[] cells) => "| " + string.Join(" | ", cells) + " |\n";

    private static string Counts(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbedding => "non-embedding parameters",
        ParameterConvention.NonEmbeddingWithHead => "parameters but the input embedding",
        ParameterConvention.Active => "active non-embedding parameters",
        _ => "all parameters",
    };

    private static string Range(FittedRange range)
    {
        var parts = new List<string>();
        Add(range.Parameters, " parameters");
        Add(range.Tokens, " tokens");
        Add(range.TrainingFlops, " FLOPs");
        Add(range.TokensPerParameter, " tokens per parameter");
        return parts.Count == 0 ? "not known" : string.Join(", ", parts);

        void Add(Interval? interval, string unit)
        {
            if (interval is not { } i) return;
            parts.Add(i.Low == 0 ? "up to " + Quantity.Format(i.High) + unit
                : i.Low == i.High ? Quantity.Format(i.High) + unit
                : Quantity.Format(i.Low) + " to " + Quantity.Format(i.High) + unit);
        }
    }

    private static string Uncertainty(LawCoefficient c) => string.Join(", ", new[]
    {
        c.StandardError is { } error ? "standard error " + Number(error) : "",
        c.Confidence is { } interval ? $"{Number(interval.Low)} to {Number(interval.High)} ({Quantity.Percent(c.ConfidenceLevel)})" : "",
    }.Where(part => part.Length > 0));

    private static string Cells(BandedValue value) => value.Band.Low == value.Band.High
        ? $"{Number3(value.Value)} |"
        : $"{Number3(value.Value)} | {Number3(value.Band.Low)} to {Number3(value.Band.High)}";

    private static string Number3(double value) => value < 0.01 ? Quantity.Scientific(value) : Quantity.Format(value);

    private static string Orders(ScalingLaw law, double orders) =>
        !law.FittedRange.IsKnown
            ? "not known"
            : orders == 0
            ? "inside"
            : orders < 0.05
            ? "below 0.1 orders"
            : orders.ToString("0.0", CultureInfo.InvariantCulture) + " orders";

    private static string Loss(double? loss) => loss?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    // As published, up to seven digits.
    private static string Number(double value) => value.ToString("G7", CultureInfo.InvariantCulture)
        .Replace("E+", "e", StringComparison.Ordinal)
        .Replace("E-", "e-", StringComparison.Ordinal);
}
