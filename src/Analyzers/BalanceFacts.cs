using ScalingAnalyzers.Evaluation;

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
        var facts = FixFacts.None
            .With(Tokens, run.Tokens!.Literal)
            .With(Parameters, run.Parameters?.Literal)
            .With(Tokens, balance.Tokens)
            .With(Parameters, balance.Parameters)
            .With("tokensPerParameter", balance.TokensPerParameter)
            .With("trainingFlops", balance.TrainingFlops)
            .With(SameComputeTokens, balance.Optimum.Tokens)
            .With(SameComputeParameters, balance.Optimum.Parameters)
            .With("optimalTokensPerParameter", balance.Optimum.TokensPerParameter)
            .With(TokensForParameters, law.TokensFor(balance.Parameters))
            .With(ParametersForTokens, law.ParametersFor(balance.Tokens))
            .With("ratio", balance.Ratio)
            .With("predictedLoss", run.Estimate.PredictedLoss)
            .With("excessCompute", run.Estimate.ExcessCompute)
            .With("paybackTokens", run.Estimate.PaybackTokens)
            .With("law", run.Estimate.Law.Id);
        return run.Run.IsMixture ? facts.With(IsMixture, "true") : facts;
    }
}
