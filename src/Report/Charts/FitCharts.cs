using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>The charts of a fit; what cannot be drawn says why.</summary>
internal sealed class FitCharts
{
    private readonly List<Chart> _charts = [];
    private readonly List<string> _refused = [];

    public FitCharts(ReportFit named)
    {
        var fit = named.Fit;
        string id = "fit-" + Slug(named.Name);
        _charts.Add(ResidualChart.Of(id, fit));
        if (fit.Additive is { } additive)
        {
            if (named.Resamples > 0)
            {
                Bootstrap = additive.Bootstrap(new BootstrapOptions { Resamples = named.Resamples });
                _charts.Add(BootstrapChart.Of(id, additive, Bootstrap));
            }

            if (additive.Options.FixedIrreducible is null) _charts.Add(ProfileChart.Of(id, additive));
        }
        else
        {
            _refused.Add("No bootstrap cloud and no profile of E: " + fit.AdditiveRefusal?.Message);
        }

        AddIsoFlops(id, fit);
        _charts.AddRange(fit.BackTests.Select(test => BackTestChart.Of(id, test)));
    }

    /// <summary>The resamples of the additive surface; null where there are none.</summary>
    public ChinchillaBootstrap? Bootstrap { get; }

    public IReadOnlyList<Chart> All => _charts;

    /// <summary>Why a chart is missing.</summary>
    public IReadOnlyList<string> Refused => _refused;

    private static string Slug(string name) => new(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')
        .ToArray());

    private void AddIsoFlops(string id, SweepFit fit)
    {
        try
        {
            var isoFlop = IsoFlopFit.Fit(
                fit.Runs.Select(run => run.TrainingFlops).ToArray(), fit.Runs.Select(run => run.Parameters).ToArray(),
                fit.Runs.Select(run => run.Tokens).ToArray(), fit.Runs.Select(run => run.Loss).ToArray(),
                new IsoFlopFitOptions { BudgetTolerance = IsoFlopChart.Tolerance });
            _charts.Add(IsoFlopChart.Of(id, fit, isoFlop));
        }
        catch (FitRefusedException error)
        {
            // The message goes on with every budget; the first sentence is the reason.
            string message = error.Message;
            int end = message.IndexOf(". ", StringComparison.Ordinal);
            _refused.Add("No isoFLOP parabolas: " + (end > 0 ? message[..(end + 1)] : message));
        }
    }
}
