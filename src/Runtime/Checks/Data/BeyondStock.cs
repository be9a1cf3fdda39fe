using System.Collections.Generic;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Laws.Literature;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE202: more tokens than the declared stock has, or than public human text has.</summary>
internal sealed class BeyondStock : RunCheck
{
    public override Rule Rule => RuleTable.BeyondStock;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.UniqueTokens)) yield break;
        long? unique = run.Declared.UniqueTokens;
        if (run.Config.Has(ConfigRole.TokenStock))
        {
            if (unique is { } wanted && run.Config.Count(ConfigRole.TokenStock) is { } stock && stock < wanted)
                yield return OfDeclared(run, wanted, stock);
            yield break;
        }

        if (run.Config.Has(ConfigRole.SyntheticShare) && !IsNone(run) && run.Declared.SyntheticShare is null) yield break;
        double natural = 1 - (run.Declared.SyntheticShare ?? 0);
        if (unique is { } distinct && distinct * natural > Villalobos2024.IndexedWeb)
        {
            yield return OfPublicText(run, 1, distinct * natural, run.Config.Find(ConfigRole.UniqueTokens)!, Villalobos2024.IndexedWeb,
                Villalobos2024.IndexedWebInterval);
        }
        else if (run.Tokens is { } tokens && tokens.Value * natural > Villalobos2024.EffectiveStock
            && !SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens))
        {
            yield return OfPublicText(run, 2, tokens.Value * natural, tokens.DecidedBy, Villalobos2024.EffectiveStock,
                Villalobos2024.EffectiveStockInterval);
        }
    }

    // A share of 0 is declared and none.
    private static bool IsNone(ConfigRun run) =>
        Numerics.Numbers.ToDouble(run.Config.Find(ConfigRole.SyntheticShare)!.Content) == 0;

    private Finding OfDeclared(ConfigRun run, long unique, long stock)
    {
        var (written, holds) = (run.Config.Find(ConfigRole.UniqueTokens)!, run.Config.Find(ConfigRole.TokenStock)!);
        return new Finding(
            Rule,
            run.Name,
            0,
            ("unique", Quantity.Format(unique)),
            ("member", holds.Name),
            ("stock", Quantity.Format(stock)),
            ("missing", Quantity.Format(unique - stock)))
        {
            At = Finding.Values(written),
            Concerns = Finding.Values(written, holds),
            Data = new FindingData().With(FindingKeys.UniqueTokens, unique).With(FindingKeys.TokenStock, stock),
        };
    }

    private Finding OfPublicText(
        ConfigRun run, int message, double tokens, ConfigValue written, double median, Laws.Interval interval) => new(
        Rule,
        run.Name,
        message,
        ("tokens", Quantity.Format(tokens)),
        ("stock", Quantity.Format(median)),
        ("interval", interval.ToString()!))
        {
            Severity = tokens > interval.High ? FindingSeverity.Warning : FindingSeverity.Info,
            At = Finding.Values(written),
            Concerns = Finding.Values(written, run.Config.Find(ConfigRole.SyntheticShare)),
            Data = new FindingData().With(message == 1 ? FindingKeys.UniqueTokens : FindingKeys.Tokens, tokens)
            .With(FindingKeys.TokenStock, median),
        };
}
