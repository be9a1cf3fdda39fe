using System.Linq;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Generators;

/// <summary>The constants of the catalogue that a run has, as C# text.</summary>
internal static class EstimateConstants
{
    private const int UsualDepth = 4;

    private static readonly Around[] AroundAt =
        Enumerable.Range(0, UsualDepth + 1).Select(depth => new Around(Lines.Indent(depth))).ToArray();

    /// <summary>Their declarations, each with its comment; null where there are none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="estimate">What follows from it.</param>
    /// <param name="depth">How many braces they are in.</param>
    /// <param name="text">What writes them.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static EmittedText? Of(RunModel run, Estimate estimate, int depth, TextBuilder text)
    {
        var source = new ConstantSource(run, estimate);
        var known = ConstantCatalog.Of(source);
        if (known.Count == 0) return null;
        text.Begin();
        var around = depth <= UsualDepth ? AroundAt[depth] : new Around(Lines.Indent(depth));
        for (int i = 0; i < known.Count; i++)
        {
            Add(text, around, source, known[i].Row, known[i].Value);
            text.Add(i == known.Count - 1 ? ";\n" : ";\n\n");
        }

        return text.Written();
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Add(TextBuilder text, Around around, ConstantSource source, ConstantRow row, object value)
    {
        text.Add(around.Summary);
        if (row.Type != ConstantType.String)
        {
            row.AddValue(text.Comment, value);
            text.Add(around.Remarks);
        }

        row.AddRemark(text.Comment, source);
        text.Add(row.Type switch
        {
            ConstantType.Long => around.Long,
            ConstantType.Double => around.Double,
            _ => around.String,
        });
        text.Add(row.Name);
        text.Add(" = ");
        NumberText.AddTo(text, value);
    }

    // What stands between the parts of a constant, at one depth.
    private sealed class Around
    {
        public Around(string indent)
        {
            Summary = indent + Lines.Summary;
            Remarks = Lines.SummaryEnd + indent + Lines.Remarks;
            Long = Lines.RemarksEnd + indent + "public const long ";
            Double = Lines.RemarksEnd + indent + "public const double ";
            String = Lines.SummaryEnd + indent + "public const string ";
        }

        public string Summary { get; }

        public string Remarks { get; }

        public string Long { get; }

        public string Double { get; }

        public string String { get; }
    }
}
