using System.Globalization;

namespace ScalingAnalyzers.Fitting;

/// <summary>The test of k = 1, the additive form, against free k.</summary>
/// <remarks>
/// A wild bootstrap under k = 1: runs are drawn from the additive law with its own residuals, each multiplied by a
/// random number that all runs of a group share, and both forms are refitted (Cameron, Gelbach and Miller 2008).
/// Huber's sum is no likelihood, so the gain has no table.
/// </remarks>
public sealed class FormTest
{
    internal FormTest(double gain, double pValue, int draws, bool isRejected)
    {
        Gain = gain;
        PValue = pValue;
        Draws = draws;
        IsRejected = isRejected;
    }

    /// <summary>What freeing k gains, in units of the residual variance: about the square of a t statistic.</summary>
    public double Gain { get; }

    /// <summary>The share of draws under k = 1 that gain as much.</summary>
    public double PValue { get; }

    /// <summary>Draws of the bootstrap.</summary>
    public int Draws { get; }

    /// <summary>Whether k = 1 is rejected.</summary>
    public bool IsRejected { get; }

    /// <summary>"k = 1 is rejected: p = 0.005 of 199 draws".</summary>
    /// <returns>The result in one line.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"k = 1 is {(IsRejected ? "rejected" : "not rejected")} (p = {PValue:0.000}, {Draws} draws)");
}
