using System;
using System.Collections.Generic;
using System.Globalization;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE403: a weight decay of AdamW ten times above or below the one of Power Lines.</summary>
internal sealed class WeightDecayOutside : RunCheck
{
    // Llama 2 and 3, GPT-3, OPT, BLOOM, Falcon and OLMo are within 2.6 times; Pythia's 0.01 is 29 times below.
    private const double Factor = 10;

    public override Rule Rule => RuleTable.WeightDecayOutside;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.IsMixture || BalanceAssessment.Of(run) is not { } balance || !IsDecoupled(run.Config)) yield break;
        if (run.Config.Amount(ConfigRole.WeightDecay) is not { } decay || run.Config.Amount(ConfigRole.LearningRate) is not { } rate)
            yield break;
        if (Tokens.PerStep(run.Config) is not { } batch || run.Config.Has(ConfigRole.MupBaseWidth)) yield break;
        var law = PowerLinesLaw.Published;
        double best = law.WeightDecay(balance.Parameters, balance.Tokens, batch.Value, rate);
        double times = Math.Max(decay / best, best / decay);
        if (times <= Factor) yield break;
        var written = run.Config.Find(ConfigRole.WeightDecay)!;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("decay", Show(decay)),
            ("times", Quantity.Ratio(times)),
            ("side", decay > best ? "above" : "below"),
            ("suggested", Show(best)),
            ("law", law.ToString()!),
            ("rate", Show(rate)),
            ("batch", Quantity.Format(batch.Value)),
            ("tokens", Quantity.Format(balance.Tokens)))
        {
            At = Finding.Values(written),
            Data = new FindingData()
                .With(FindingKeys.WeightDecay, decay)
                .With(FindingKeys.SuggestedWeightDecay, best)
                .With(FindingKeys.LearningRate, rate)
                .With(FindingKeys.TokensPerBatch, batch.Value)
                .With(FindingKeys.Law, law.Id),
        };
    }

    // Plain Adam adds the decay to the gradient, which is another quantity. Without a name AdamW is assumed, as
    // language models use it.
    private static bool IsDecoupled(CheckedConfig config) => !config.Has(ConfigRole.Optimizer)
        || (config.Text(ConfigRole.Optimizer) is { } name && name.IndexOf("adamw", StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Show(double value) =>
        value >= 0.01 ? Quantity.Ratio(value) : value.ToString("0.##e0", CultureInfo.InvariantCulture);
}
