using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.Fitting;

public sealed partial class ChinchillaFit
{
    /// <summary>What to be wary of, the form included: the first call fits the coupled form too, tests k = 1 and
    /// back-tests both, as <see cref="SweepFit"/> does, which knows groups of runs besides.</summary>
    public IReadOnlyList<FitWarning> Warnings => _warnings.Value;

    /// <summary>The law, the evidence, and the uncertainty of the exponent.</summary>
    /// <returns>"additive fit of 240 runs: E = 1.817, ...".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"additive fit of {Runs} runs: E = {Law.Irreducible:G4}, A = {Law.Parameters.Coefficient:G4}, alpha = "
            + $"{Law.Parameters.Exponent:G4}, B = {Law.Tokens.Coefficient:G4}, beta = {Law.Tokens.Exponent:G4}, objective "
            + $"{Objective:G5}{(Certificate.IsCertified ? ", certified" : ", not certified")}");

    private SweepRun[] Rows() => Enumerable.Range(0, Runs)
        .Select(i => new SweepRun(_parameters[i], _tokens[i], _losses[i]) { Weight = _data.Weights[i] })
        .ToArray();
}
