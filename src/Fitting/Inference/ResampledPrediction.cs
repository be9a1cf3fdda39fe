using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>The interval of a predicted loss from refits to resampled runs: percentiles of ln L.</summary>
internal static class ResampledPrediction
{
    public static (Interval Law, Interval Run) Of(
        RobustFit fit, int[] groups, IntervalMethod method, double logParameters, double logTokens, double level, int resamples,
        ulong seed, double runDeviation)
    {
        double u = logParameters - fit.Data.CentreOfLogParameters, v = logTokens - fit.Data.CentreOfLogTokens;
        double[] laws = new double[resamples], runs = new double[resamples], gradient = new double[CoupledKernel.Unknowns];
        int[] times = new int[fit.Data.Count];
        double stretch = Math.Sqrt(fit.Data.Count / (double)fit.Freedom);
        double[] law = Enumerable.Range(0, fit.Data.Count).Select(i => fit.Data.LogLosses[i] - fit.Residuals[i]).ToArray();
        double mean = fit.Residuals.Average();
        for (int resample = 0; resample < resamples; resample++)
        {
            var random = new RandomDraws(seed, resample);
            SurfaceData data;
            if (method == IntervalMethod.ResidualBootstrap)
            {
                double[] losses = new double[law.Length];
                for (int i = 0; i < losses.Length; i++)
                    losses[i] = law[i] + (stretch * (fit.Residuals[random.Below(losses.Length)] - mean));
                data = fit.Data.WithLogLosses(losses);
            }
            else
            {
                Draw(times, method == IntervalMethod.BlockBootstrap ? groups : null, ref random);
                data = fit.Data.Like();
                data.Resample(fit.Data, times);
            }

            var refitted = RobustFit.At(data, fit.Box, fit.Theta, fit.Deviation, 1e-3 * fit.UnitRise);
            laws[resample] = CoupledKernel.LogLoss(refitted.Theta, u, v, gradient);
            runs[resample] = laws[resample] + (runDeviation * random.Normal());
        }

        return (Percentiles(laws, level), Percentiles(runs, level));
    }

    private static void Draw(int[] times, int[]? groups, ref RandomDraws random)
    {
        Array.Clear(times);
        if (groups is null)
        {
            for (int i = 0; i < times.Length; i++) times[random.Below(times.Length)]++;
            return;
        }

        int count = groups.Max() + 1;
        int[] drawn = new int[count];
        for (int g = 0; g < count; g++) drawn[random.Below(count)]++;
        for (int i = 0; i < times.Length; i++) times[i] = drawn[groups[i]];
    }

    private static Interval Percentiles(double[] values, double level)
    {
        Array.Sort(values);
        return new(At((1 - level) / 2), At((1 + level) / 2));

        double At(double share)
        {
            double place = share * (values.Length - 1);
            int below = (int)place;
            return values[below] + ((place - below) * (values[Math.Min(below + 1, values.Length - 1)] - values[below]));
        }
    }
}
