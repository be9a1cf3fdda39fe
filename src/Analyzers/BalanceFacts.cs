using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Analyzers;

/// <summary>The numbers of a balance diagnostic, for its fixes and for SARIF.</summary>
internal static class BalanceFacts
{
    public const string Tokens = "tokens";
    public const string Parameters = "parameters";
    public const string SameComputeTokens = "optimalTokens";
    public const string SameComputeParameters = "optimalParameters";
    public const string TokensForParameters = "optimalTokensForParameters";
    public const string ParametersForTokens = "optimalParametersForTokens";
    public const string IsMixture = "isMixture";

    public static FixFacts Of(ResolvedRun run, Balance balance)
    {
        var law = (IAllocationLaw)run.Estimate.Law;

        // A checkpoint has the size it has, and its tokens are spent: only those of this run can move.
        double prior = run.Run.PriorTokens ?? 0;
        double left = law.TokensFor(balance.Parameters) - prior;
        var facts = FixFacts.None
            .With(Tokens, run.Tokens!.Literal)
            .With(Parameters, prior > 0 ? null : run.Parameters?.Literal)
            .With(Tokens, (double)run.Tokens!.Value)
            .With("priorTokens", run.Run.PriorTokens)
            .With(Parameters, balance.Parameters)
            .With("tokensPerParameter", balance.TokensPerParameter)
            .With("trainingFlops", balance.TrainingFlops)
            .With(SameComputeTokens, balance.Optimum.Tokens)
            .With(SameComputeParameters, balance.Optimum.Parameters)
            .With("optimalTokensPerParameter", balance.Optimum.TokensPerParameter)
            .With(TokensForParameters, left > 0 ? left : null)
            .With(ParametersForTokens, law.ParametersFor(balance.Tokens))
            .With("ratio", balance.Ratio)
            .With("predictedLoss", run.Estimate.PredictedLoss)
            .With("excessCompute", run.Estimate.ExcessCompute)
            .With("paybackTokens", run.Estimate.PaybackTokens)
            .With("law", run.Estimate.Law.Id);
        return run.IsMixture ? facts.With(IsMixture, "true") : facts;
    }
}
