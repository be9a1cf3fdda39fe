using System.Globalization;

namespace ScalingAnalyzers.Configuration;

/// <summary>Why a value is unknown: the kind, and the names and values that its text shows.</summary>
internal sealed class UnknownReason
{
    private readonly string[] _arguments;

    public UnknownReason(UnknownKind kind, params string[] arguments)
    {
        Kind = kind;
        _arguments = arguments;
    }

    public UnknownKind Kind { get; }

    /// <summary>Whether nothing is written, so that a declaration of lower precedence applies.</summary>
    public bool IsUnset => Kind is UnknownKind.Unset or UnknownKind.MeansUnset;

    /// <summary>Whether the expression is wrong, not merely beyond the reader.</summary>
    public bool IsFault => Kind is UnknownKind.Overflows or UnknownKind.DividesByZero or UnknownKind.DoesNotFit;

    /// <summary>The reason as text, continuing "no value for 'X': ...".</summary>
    public string Text => string.Format(CultureInfo.InvariantCulture, UnknownTexts.Of(Kind), Argument(0), Argument(1), Argument(2));

    /// <summary>The reason of a value that names this one: it is written, though what it names is not.</summary>
    public UnknownReason OfReference() => IsUnset ? new UnknownReason(UnknownKind.NotWritten, _arguments) : this;

    private string Argument(int index) => index < _arguments.Length ? _arguments[index] : "";
}
