using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Fitting;

/// <summary>Tests k = 1 by a wild bootstrap of groups under k = 1: the additive law with its own residuals, each
/// group's multiplied by one random number, refitted in both forms (Cameron, Gelbach and Miller 2008; the six weights
/// are Webb's, 2013). Huber's sum is no likelihood, so no table of chi-squares applies.</summary>
internal static class CouplingTest
{
    private static readonly double[] Weights =
        [-Math.Sqrt(1.5), -1, -Math.Sqrt(0.5), Math.Sqrt(0.5), 1, Math.Sqrt(1.5)];

    /// <summary>How much freeing k gains, about a squared t statistic, and the share of draws that gain as
    /// much.</summary>
    public static (double Gain, double PValue) Of(
        RobustFit additive, RobustFit coupled, int[] groups, int draws, ulong seed, ParallelOptions threads)
    {
        double enough = 1e-3 * coupled.UnitRise;
        var restricted = RobustFit.At(additive.Data, additive.Box, additive.Theta, coupled.Deviation);
        double gain = Gain(restricted.Objective, coupled);
        double[] law = Law(restricted);
        int runs = law.Length, count = groups.Max() + 1, atLeast = 0;
        double stretch = Math.Sqrt(runs / (double)Math.Max(1, runs - restricted.Unknowns));
        Parallel.For(0, draws, threads, draw =>
        {
            var random = new RandomDraws(seed, draw);
            double[] losses = new double[runs], ofGroup = new double[count];
            for (int g = 0; g < count; g++) ofGroup[g] = stretch * Weights[random.Below(Weights.Length)];
            for (int i = 0; i < runs; i++) losses[i] = law[i] + (ofGroup[groups[i]] * restricted.Residuals[i]);
            var data = additive.Data.WithLogLosses(losses);
            var plain = RobustFit.At(data, additive.Box, restricted.Theta, coupled.Deviation, enough);
            var free = RobustFit.At(data, coupled.Box, plain.Theta, coupled.Deviation, enough);
            if (Gain(plain.Objective, free) >= gain) Interlocked.Increment(ref atLeast);
        });
        return (gain, (1.0 + atLeast) / (1 + draws));
    }

    private static double Gain(double additive, RobustFit coupled) =>
        coupled.UnitRise > 0 ? Math.Max(0, 2 * (additive - coupled.Objective) / coupled.UnitRise) : 0;

    private static double[] Law(RobustFit fit)
    {
        double[] logs = new double[fit.Data.Count], gradient = new double[CoupledKernel.Unknowns];
        for (int i = 0; i < logs.Length; i++)
            logs[i] = CoupledKernel.LogLoss(fit.Theta, fit.Data.LogParameters[i], fit.Data.LogTokens[i], gradient);
        return logs;
    }
}
