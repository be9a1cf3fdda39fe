namespace ScalingAnalyzers.Fitting;

/// <summary>Least squares of y on 1, x, x^2, by polynomials orthogonal on the points (Forsythe 1957), so that large x
/// lose no digits.</summary>
/// <param name="Vertex">x at the bottom.</param>
/// <param name="Lowest">y at the bottom.</param>
/// <param name="Curvature">Of x^2.</param>
/// <param name="VertexError">The standard error of the vertex by the delta method; infinite with three points.</param>
internal readonly record struct Parabola(double Vertex, double Lowest, double Curvature, double VertexError)
{
    public static Parabola Through(double[] x, double[] y)
    {
        int count = x.Length;
        double centre = 0, level = 0;
        for (int i = 0; i < count; i++)
        {
            centre += x[i] / count;
            level += y[i] / count;
        }

        double squares = 0, cubes = 0, slope = 0;
        for (int i = 0; i < count; i++)
        {
            double u = x[i] - centre;
            squares += u * u;
            cubes += u * u * u;
            slope += u * (y[i] - level);
        }

        // 1, u and u^2 - (cubes/squares) u - squares/count are orthogonal on the points.
        slope /= squares;
        double tilt = cubes / squares, offset = squares / count, norm = 0, curvature = 0;
        for (int i = 0; i < count; i++)
        {
            double u = x[i] - centre, q = (u * u) - (tilt * u) - offset;
            norm += q * q;
            curvature += q * (y[i] - level);
        }

        curvature /= norm;
        double rest = 0;
        for (int i = 0; i < count; i++)
        {
            double u = x[i] - centre, r = y[i] - level - (slope * u) - (curvature * ((u * u) - (tilt * u) - offset));
            rest += r * r;
        }

        // The vertex is tilt/2 - slope/(2 curvature), both by polynomials that do not correlate.
        double scatter = count > 3 ? System.Math.Sqrt(rest / (count - 3)) : double.PositiveInfinity, lean = slope / curvature;
        double error = scatter / (2 * System.Math.Abs(curvature)) * System.Math.Sqrt((1 / squares) + (lean * lean / norm));
        double linear = slope - (curvature * tilt), vertex = -linear / (2 * curvature);
        return new(centre + vertex, level - (curvature * offset) + (linear * vertex / 2), curvature, error);
    }
}
