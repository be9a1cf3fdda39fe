using System.Globalization;

namespace ScalingAnalyzers.RunFiles;

/// <summary>What is wrong with a file or one of its values, and what to do.</summary>
public sealed class RunFileProblem
{
    internal RunFileProblem(string file, int line, int column, string message)
    {
        File = file;
        Line = line;
        Column = column;
        Message = message;
    }

    /// <summary>The path of the file, as it was given.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>What is, and what to do.</summary>
    public string Message { get; }

    /// <summary>The problem as compilers print it.</summary>
    /// <returns>"run.yml(3,17): ...".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {Message}");
}
