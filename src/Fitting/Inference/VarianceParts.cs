using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace ScalingAnalyzers.Fitting;

/// <summary>The variance of residuals, divided into what the runs of one group have in common and what each has alone
/// (Rao 1971, minimum norm quadratic unbiased estimation, from plain least squares).</summary>
internal sealed class VarianceParts
{
    private readonly Matrix<double> _jacobian;
    private readonly Matrix<double> _inverse;
    private readonly int[] _groups;
    private readonly bool _areDeclared;
    private readonly int _count;

    private VarianceParts(Matrix<double> jacobian, Matrix<double> inverse, (int[] Of, bool AreDeclared) groups, double between,
        double within, double freedom)
    {
        (_jacobian, _inverse, _groups, _areDeclared) = (jacobian, inverse, groups.Of, groups.AreDeclared);
        (Between, Within, FreedomBetween) = (between, within, freedom);
        _count = groups.Of.Max() + 1;
    }

    /// <summary>The variance that the runs of a group share.</summary>
    public double Between { get; }

    /// <summary>The variance of a run about its group.</summary>
    public double Within { get; }

    /// <summary>How many groups, less what the law absorbs of them: the degrees of freedom of <see
    /// cref="Between"/>.</summary>
    public double FreedomBetween { get; }

    public static VarianceParts Of(Matrix<double> jacobian, double[] residuals, int[] groups, bool areDeclared)
    {
        int runs = residuals.Length, count = 0;
        foreach (int group in groups) count = Math.Max(count, group + 1);
        var inverse = PseudoInverse(jacobian.TransposeThisAndMultiply(jacobian));

        // Z'J, Z'Z, and what the law leaves of them: Z'MZ with M = I - J (J'J)^-1 J'.
        var common = Matrix<double>.Build.Dense(count, jacobian.ColumnCount);
        double[] sizes = new double[count], sums = new double[count];
        double squares = 0;
        for (int i = 0; i < runs; i++)
        {
            sizes[groups[i]]++;
            sums[groups[i]] += residuals[i];
            squares += residuals[i] * residuals[i];
            for (int j = 0; j < jacobian.ColumnCount; j++) common[groups[i], j] += jacobian[i, j];
        }

        var left = -common * inverse * common.Transpose();
        for (int g = 0; g < count; g++) left[g, g] += sizes[g];
        double ofSums = 0;
        foreach (double sum in sums) ofSums += sum * sum;
        double a = runs - jacobian.ColumnCount, b = left.Trace(), c = left.PointwiseMultiply(left).RowSums().Sum();

        // E squares = a within + b between, E ofSums = b within + c between.
        double determinant = (a * c) - (b * b);
        double between = count < runs && determinant > 1e-9 * a * c ? ((a * ofSums) - (b * squares)) / determinant : 0;
        between = Math.Max(0, between);
        double within = a > 0 ? Math.Max((squares - (b * between)) / a, 0.02 * squares / a) : 0;
        return new(jacobian, inverse, (groups, areDeclared), between, within, Math.Max(1, c > 0 ? b * b / c : 1));
    }

    /// <summary>By how much the shared variance widens that of a quantity with this gradient, and the degrees of
    /// freedom that are left of the given ones (Satterthwaite 1946).</summary>
    /// <remarks>A shared variance that was estimated as zero may be there all the same. So the degrees of freedom are
    /// at most those of the declared groups, or, where groups are model sizes, twice the sizes beyond two: three sizes
    /// show the bend in N once.</remarks>
    public (double Inflation, double Freedom) For(Vector<double> gradient, int freedom)
    {
        var influence = _jacobian * (_inverse * gradient);
        double alone = influence.DotProduct(influence), together = 0;
        double[] sums = new double[_groups.Length];
        for (int i = 0; i < _groups.Length; i++) sums[_groups[i]] += influence[i];
        foreach (double sum in sums) together += sum * sum;
        double total = Within + Between;
        double most = Math.Min(freedom, Math.Max(2, _areDeclared ? FreedomBetween : 2 * (_count - 2)));
        if (!(alone > 0) || !(total > 0) || Between == 0) return (1, most);
        double first = Within * alone, second = Between * together, all = first + second;
        double left = all * all / ((first * first / freedom) + (second * second / FreedomBetween));
        return (Math.Max(1, all / (total * alone)), Math.Clamp(left, Math.Min(2, most), most));
    }

    private static Matrix<double> PseudoInverse(Matrix<double> matrix)
    {
        var scale = matrix.Diagonal().Map(x => x > 0 ? 1 / Math.Sqrt(x) : 0);
        var diagonal = Matrix<double>.Build.DiagonalOfDiagonalVector(scale);
        var system = (diagonal * matrix * diagonal).Evd(Symmetricity.Symmetric);
        double most = 0;
        foreach (var value in system.EigenValues) most = Math.Max(most, value.Real);
        var inverted = system.EigenValues.Map(value => value.Real > 1e-13 * most ? 1 / value.Real : 0);
        return diagonal * system.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(inverted) * system.EigenVectors.Transpose()
            * diagonal;
    }
}
