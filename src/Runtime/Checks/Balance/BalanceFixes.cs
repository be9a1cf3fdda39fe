using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>The numbers of a finding of balance, and the fixes that move a run onto the law's frontier.</summary>
internal sealed class BalanceFixes
{
    private readonly ConfigRun _run;
    private readonly Balance _balance;
    private readonly double? _tokensForParameters;
    private readonly double _parametersForTokens;

    // An optimum that counts every expert as active is no advice.
    private readonly bool _isByAllExperts;

    public BalanceFixes(ConfigRun run, Balance balance)
    {
        _run = run;
        _balance = balance;
        var law = (IAllocationLaw)run.Estimate.Law;

        // A checkpoint has the size it has, and its tokens are spent: only those of this run can move.
        double left = law.TokensFor(balance.Parameters) - (run.Declared.PriorTokens ?? 0);
        _isByAllExperts = run.IsMixture && balance != run.Estimate.Balance;
        _tokensForParameters = left > 0 && !_isByAllExperts ? left : null;
        _parametersForTokens = law.ParametersFor(balance.Tokens);
    }

    public FindingData Data
    {
        get
        {
            var data = new FindingData()
                .With(FindingKeys.Tokens, (double)_run.Tokens!.Value)
                .With(FindingKeys.PriorTokens, _run.Declared.PriorTokens)
                .With(FindingKeys.Parameters, _balance.Parameters)
                .With(FindingKeys.TokensPerParameter, _balance.TokensPerParameter)
                .With(FindingKeys.TrainingFlops, _balance.TrainingFlops)
                .With(FindingKeys.OptimalTokens, Advised(_balance.Optimum.Tokens))
                .With(FindingKeys.OptimalParameters, Advised(_balance.Optimum.Parameters))
                .With(FindingKeys.OptimalTokensPerParameter, Advised(_balance.Optimum.TokensPerParameter))
                .With(FindingKeys.OptimalTokensForParameters, _tokensForParameters)
                .With(FindingKeys.OptimalParametersForTokens, Advised(_parametersForTokens))
                .With(FindingKeys.Ratio, _balance.Ratio)
                .With(FindingKeys.PredictedLoss, _run.Estimate.PredictedLoss)
                .With(FindingKeys.ExcessCompute, _run.Estimate.ExcessCompute)
                .With(FindingKeys.PaybackTokens, _run.Estimate.PaybackTokens)
                .With(FindingKeys.Law, _run.Estimate.Law.Id);
            return _run.IsMixture ? data.With(FindingKeys.IsMixture, "true") : data;
        }
    }

    private double? Advised(double value) => _isByAllExperts ? null : value;

    /// <summary>The fixes that a rule offers, in its order.</summary>
    public FindingFix[] Of(Rule rule) => rule.Fixes.Select(Of).OfType<FindingFix>().ToArray();

    private FindingFix? Of(FixKind kind)
    {
        if (kind == FixKind.DeclareIntent)
            return new FindingFix(kind, "Declare that it is trained long to be cheap to serve (Intent = InferenceOptimal)");
        if (kind == FixKind.SameCompute) return SameCompute();
        if (kind == FixKind.ScaleTokens) return ScaleTokens();
        return kind == FixKind.ScaleParameters ? ScaleParameters() : null;
    }

    private FindingFix? SameCompute()
    {
        double tokens = _balance.Optimum.Tokens;
        if (AdvisedEpochs.AreTooMany(_run, tokens)) return null;
        if (_run.IsMixture || ParametersEdit(_balance.Optimum.Parameters, !IsMoreTokens) is not { } parameters) return null;
        string title = "Train " + FixText.Rounded(_balance.Optimum.Parameters, !IsMoreTokens) + " parameters on "
            + FixText.Rounded(tokens, IsMoreTokens) +
            " tokens: same compute";
        return new FindingFix(FixKind.SameCompute, title, FixText.Tokens(_run, tokens, IsMoreTokens), parameters);
    }

    private bool IsMoreTokens => _balance.Optimum.Tokens > _run.Tokens!.Value;

    private FindingFix? ScaleTokens()
    {
        if (_tokensForParameters is not { } tokens || AdvisedEpochs.AreTooMany(_run, tokens)) return null;
        double now = _run.Tokens!.Value;
        bool up = tokens > now;
        string title = "Train on " + FixText.Rounded(tokens, up) + " tokens: compute x" + Quantity.Ratio(tokens / now);
        return new FindingFix(FixKind.ScaleTokens, title, FixText.Tokens(_run, tokens, up));
    }

    private FindingFix? ScaleParameters()
    {
        if (AdvisedEpochs.AreTooMany(_run, _run.Tokens!.Value)) return null;
        bool up = _parametersForTokens > _balance.Parameters;
        if (_run.IsMixture || ParametersEdit(_parametersForTokens, up) is not { } edit) return null;
        string price = Quantity.Ratio(_parametersForTokens / _balance.Parameters);
        return new FindingFix(FixKind.ScaleParameters,
            "Train " + FixText.Rounded(_parametersForTokens, up) + " parameters: compute x" + price, edit);
    }

    // Active and total parameters of a mixture move together; which way is the designer's choice.
    private FindingEdit? ParametersEdit(double parameters, bool up) =>
        _run.Declared.PriorTokens > 0 ? null : FixText.Parameters(_run, parameters, up);
}
