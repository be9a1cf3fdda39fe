using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers;

/// <summary>Least squares of y on 1, x, x^2, centred so that large x lose no digits.</summary>
internal readonly record struct Parabola(double Vertex, double Lowest, double Curvature)
{
    public static Parabola Through(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double centre = x.Average();
        double[] p = MathNet.Numerics.Fit.Polynomial(x.Select(v => v - centre).ToArray(), y.ToArray(), 2);
        double vertex = -p[1] / (2 * p[2]);
        return new(centre + vertex, p[0] + (p[1] * vertex / 2), p[2]);
    }
}
