#:project ../src/Fitting/Fitting.csproj

// Writes src/Runtime/Laws/Dense/BesirogluDraws.cs anew: our bootstrap of the 240 points to which Besiroglu et al.
// 2024 fitted their law: dotnet run build/WriteBesirogluDraws.cs
// D = C / 6N, the five highest losses dropped. One seed gives one file, on every machine.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

const int Dropped = 5, Draws = 20_000, Stratum = 500, Each = 20, DrawsPerLine = 4;
const ulong Seed = 42;
const double CentreOfParameters = 1e9, CentreOfTokens = 1e10, Unit = 2e-5;
const string Points = "tests/Facts/chinchilla-points.csv";
const string Target = "src/Runtime/Laws/Dense/BesirogluDraws.cs";

#pragma warning disable CA1305 // The culture is the invariant one.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (!File.Exists("ScalingAnalyzers.sln")) throw new InvalidOperationException("Run this at the root of the repository.");

string[][] table = File.ReadAllLines(Points).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).ToArray();
double[] Column(string name) => table.Skip(1).Select(row => double.Parse(row[Array.IndexOf(table[0], name)])).ToArray();
double[] sizes = Column("parameters"), flops = Column("flops"), losses = Column("loss");
double highest = losses.OrderDescending().ElementAt(Dropped - 1);
int[] kept = Enumerable.Range(0, losses.Length).Where(i => losses[i] < highest).ToArray();
var fit = ChinchillaFit.Fit(
    kept.Select(i => sizes[i]).ToArray(),
    kept.Select(i => flops[i] / (6 * sizes[i])).ToArray(),
    kept.Select(i => losses[i]).ToArray());

// What far runs lose, and what they differ by, in which the draws differ most.
Func<ChinchillaLaw, double> far = law => law.Loss(70e9, 1.4e12);
Func<ChinchillaLaw, double> apart = law => law.Loss(7e9, 2e12) - law.Loss(70e9, 200e9);

// Every twentieth of the draws, in order of the one within layers of the other: percentiles of those have the error of
// all draws, not of so few.
var bootstrap = fit.Bootstrap(new BootstrapOptions { Resamples = Draws, Seed = Seed });
ChinchillaLaw[] shipped = bootstrap.Laws.OrderBy(far).Chunk(Stratum)
    .SelectMany(layer => layer.OrderBy(apart).Chunk(Each).Select(few => few[Each / 2]))
    .ToArray();
double[][] coordinates = shipped.Select(Coordinates).ToArray();
double[] centre = Coordinates(fit.Law);

var text = new StringBuilder();
text.Append(
    """
    namespace ScalingAnalyzers.Laws;

    // Written by build/WriteBesirogluDraws.cs; not to be edited.
    internal static class BesirogluDraws
    {

    """);
text.AppendLine($"    // ln L about the fit: 1.4826 times the median size of a residual of the {fit.Runs} points.");
text.AppendLine($"    public const double ResidualDeviation = {fit.ResidualDeviation:0.00000};");
text.AppendLine();
text.AppendLine($"    public const double Parameters = {CentreOfParameters:0e0}, Tokens = {CentreOfTokens:0e0}, Unit = {Unit:0e0};");
text.AppendLine();
text.AppendLine("    // Our refit: ln E, ln of A/N^alpha and of B/D^beta at those parameters and tokens, alpha, beta.");
text.AppendLine($"    public static readonly double[] Centre = {{ {string.Join(", ", centre.Select(c => c.ToString("0.00000")))} }};");
text.AppendLine();
string origin = $"{shipped.Length} of {Draws} resamples of the points from seed {Seed}";
text.AppendLine($"    // {origin}: the same coordinates, in units from the centre.");
text.AppendLine("    public static readonly short[] Steps =");
text.AppendLine("    {");
foreach (double[][] line in coordinates.Chunk(DrawsPerLine))
{
    var steps = line.SelectMany(draw => draw.Select((c, i) => checked((short)Math.Round((c - Math.Round(centre[i], 5)) / Unit))));
    text.AppendLine("        " + string.Join(", ", steps) + ",");
}

text.AppendLine("    };");
text.AppendLine("}");
File.WriteAllText(Target, text.ToString());

Console.WriteLine($"{fit.Runs} points, {bootstrap.NotConverged} of {Draws} resamples not converged");
Console.WriteLine($"residual deviation of ln L {fit.ResidualDeviation:F5}");
var others = fit.Bootstrap(new BootstrapOptions { Resamples = Draws, Seed = Seed + 1 });
Show("70B on 1.4T", far);
Show("175B on 300B", law => law.Loss(175e9, 300e9));
Show("405B on 15.6T", law => law.Loss(405e9, 15.6e12));
Show("1B on 20B", law => law.Loss(1e9, 2e10));
Show("7B on 2T minus 70B on 200B", apart);
Show("8B on 15T minus 70B on 15T", law => law.Loss(8e9, 15e12) - law.Loss(70e9, 15e12));

void Show(string what, Func<ChinchillaLaw, double> quantity) => Console.WriteLine(
    $"{what}: {quantity(fit.Law):F4} {Ends(shipped.Select(quantity))}; all {Draws} draws {Ends(bootstrap.Laws.Select(quantity))}; "
    + $"of another seed {Ends(others.Laws.Select(quantity))}; single run +-{1.959964 * fit.ResidualDeviation * quantity(fit.Law):F4}");

string Ends(IEnumerable<double> values)
{
    double[] sorted = values.Order().ToArray();
    return $"[{sorted[(int)(0.025 * sorted.Length)]:F4}, {sorted[(int)(0.975 * sorted.Length)]:F4}]";
}

static double[] Coordinates(ChinchillaLaw law) =>
[
    Math.Log(law.Irreducible),
    Math.Log(law.Parameters.Coefficient) - (law.Parameters.Exponent * Math.Log(CentreOfParameters)),
    Math.Log(law.Tokens.Coefficient) - (law.Tokens.Exponent * Math.Log(CentreOfTokens)),
    law.Parameters.Exponent,
    law.Tokens.Exponent,
];
