using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The one literal in the source whose text decides a value: value = literal * Factor.</summary>
internal sealed class EditableLiteral
{
    public EditableLiteral(SyntaxToken token, double factor, bool isShared)
    {
        Token = token;
        Factor = factor;
        IsShared = isShared;
    }

    /// <summary>A number in a file that is not C#.</summary>
    public EditableLiteral(Location inFile)
        : this(default, 1, isShared: false) => InFile = inFile;

    /// <summary>The literal in C#; none where it is in another file.</summary>
    public SyntaxToken Token { get; }

    public Location? InFile { get; private init; }

    /// <summary>The product of everything that multiplies the literal.</summary>
    public double Factor { get; }

    /// <summary>Whether the literal was reached through a named member, so that editing it may change more than this
    /// value.</summary>
    public bool IsShared { get; }

    public Location Location => InFile ?? Token.GetLocation();

    public EditableLiteral Times(double factor) => new(Token, Factor * factor, IsShared) { InFile = InFile };

    public EditableLiteral Through() => IsShared ? this : new(Token, Factor, isShared: true) { InFile = InFile };
}
