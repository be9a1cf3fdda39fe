using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE501, for a run that declares to be over-trained for its serving and not how much it serves: once,
/// where the intent is written.</summary>
internal static class PaybackOpen
{
    public static IEnumerable<Finding> Of(ConfigRun run)
    {
        if (run.Declared.Intent != TrainingIntent.InferenceOptimal || !run.Config.Has(ConfigRole.Intent)) yield break;
        if (run.Config.Find(ConfigRole.InferenceTokens) is not null) yield break;
        if (BalanceAssessment.OverTrained(run) is not { PaybackTokens: { } payback } || run.IsMixture) yield break;
        var intent = Finding.Values(run.Config.Find(ConfigRole.Intent));
        yield return new Finding(RuleTable.CheaperToServe, run.Name, 1, ("payback", Quantity.Format(payback)), ("law", run.Estimate.Law.Id))
        {
            At = intent,
            Concerns = intent,
            Data = new FindingData().With(FindingKeys.PaybackTokens, payback).With(FindingKeys.Law, run.Estimate.Law.Id),
        };
    }
}
