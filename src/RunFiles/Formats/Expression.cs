using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A word of a program: a name, a number, a text, a sign, or the end of a line.</summary>
internal readonly record struct ProgramToken(char Kind, string Text, int Line, int Column, int Indent);

/// <summary>
/// Arithmetic over literals and names that are known, as in Python and in the shell's `$(( ))`. Everything else is
/// unknown.
/// </summary>
internal sealed class Expression
{
    private const int MaxDepth = 48;

    private readonly IReadOnlyList<ProgramToken> _tokens;
    private readonly Func<string, object?> _valueOf;
    private readonly bool _isWhole;
    private int _at;

    private Expression(IReadOnlyList<ProgramToken> tokens, int at, Func<string, object?> valueOf, bool isWhole)
    {
        _tokens = tokens;
        _at = at;
        _valueOf = valueOf;
        _isWhole = isWhole;
    }

    /// <summary>The value that nothing is known of; null is Python's None.</summary>
    public static object Unknown { get; } = new();

    /// <summary>Evaluates the tokens from a place on, up to an end of a line, a comma or a closing bracket.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="at">The first one.</param>
    /// <param name="valueOf">The value of a name, or <see cref="Unknown"/>.</param>
    /// <param name="isWhole">Whether division drops the rest, as in the shell.</param>
    /// <returns>A number (long or double), text, truth value, null, or <see cref="Unknown"/>.</returns>
    public static object? Evaluate(IReadOnlyList<ProgramToken> tokens, int at, Func<string, object?> valueOf, bool isWhole)
    {
        var expression = new Expression(tokens, at, valueOf, isWhole);
        object? value = expression.Sum(0);
        bool ends = expression._at == tokens.Count || (expression._at < tokens.Count
            && tokens[expression._at] is { Kind: '\n' } or { Kind: '.', Text: "," or ")" or "]" or "}" or ";" });
        return ends ? Plain(value) : Unknown;
    }

    private static object? Plain(object? value) => value switch
    {
        BigInteger whole when whole >= long.MinValue && whole <= long.MaxValue => (long)whole,
        BigInteger whole => (double)whole,
        double real => double.IsFinite(real) ? real : Unknown,
        _ => value,
    };

    private bool Takes(string text)
    {
        if (_at >= _tokens.Count || _tokens[_at].Kind != '.' || _tokens[_at].Text != text) return false;
        _at++;
        return true;
    }

    private object? Sum(int depth)
    {
        object? left = Product(depth);
        while (true)
        {
            if (Takes("+")) left = Apply('+', left, Product(depth));
            else if (Takes("-")) left = Apply('-', left, Product(depth));
            else return left;
        }
    }

    private object? Product(int depth)
    {
        object? left = Sign(depth);
        while (true)
        {
            if (Takes("*")) left = Apply('*', left, Sign(depth));
            else if (Takes("//")) left = Apply('f', left, Sign(depth));
            else if (Takes("/")) left = Apply(_isWhole ? 'f' : '/', left, Sign(depth));
            else if (Takes("%")) left = Apply('%', left, Sign(depth));
            else return left;
        }
    }

    private object? Sign(int depth)
    {
        if (depth > MaxDepth) return Stop();
        if (Takes("-")) return Apply('-', BigInteger.Zero, Sign(depth + 1));
        if (Takes("+")) return Apply('+', BigInteger.Zero, Sign(depth + 1));
        object? left = Atom(depth);
        return Takes("**") ? Apply('^', left, Sign(depth + 1)) : left;
    }

    private object? Atom(int depth)
    {
        if (depth > MaxDepth || _at >= _tokens.Count) return Stop();
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case '0':
                _at++;
                return Scalars.Number(token.Text) switch { long whole => new BigInteger(whole), double real => real, _ => Unknown };
            case '"':
                _at++;
                return token.Text;
            case 'n':
                _at++;
                return Named(token.Text, depth);
        }

        if (!Takes("(")) return Stop();
        object? inner = Sum(depth + 1);
        return Takes(")") ? inner : Stop();
    }

    private object? Named(string name, int depth)
    {
        if (_at < _tokens.Count && _tokens[_at] is { Kind: '.', Text: "(" })
        {
            _at++;
            object? argument = Sum(depth + 1);
            if (!Takes(")")) return Stop();
            return Call(name, argument);
        }

        return name switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            _ => _valueOf(name) is var value && value is long whole ? new BigInteger(whole) : value,
        };
    }

    // A duration becomes the text that trainers write in YAML: one place reads it.
    private static object? Call(string name, object? argument) => (name, argument) switch
    {
        ("int", double real) => Math.Abs(real) < 1e18 ? new BigInteger(Math.Truncate(real)) : Unknown,
        ("int", BigInteger whole) => whole,
        ("float", BigInteger whole) => (double)whole,
        ("float", double real) => real,
        ("Duration.tokens", BigInteger or double) => Number(argument) + "tok",
        ("Duration.steps", BigInteger or double) => Number(argument) + "ba",
        ("Duration.epochs", BigInteger or double) => Number(argument) + "ep",
        _ => Unknown,
    };

    private static string Number(object? value) => ((IFormattable)value!).ToString(null, CultureInfo.InvariantCulture);

    private static object? Apply(char sign, object? left, object? right)
    {
        if (left is BigInteger a && right is BigInteger b)
        {
            if (BigInteger.Abs(a) > BigInteger.One << 128 || BigInteger.Abs(b) > BigInteger.One << 128) return Unknown;
            switch (sign)
            {
                case '+': return a + b;
                case '-': return a - b;
                case '*': return a * b;
                case '^': return b >= 0 && b <= 64 && BigInteger.Abs(a) < 1_000_000 ? BigInteger.Pow(a, (int)b) : Unknown;
                case 'f': return b.IsZero ? Unknown : Floor(a, b);
                case '%': return b.IsZero ? Unknown : a - (Floor(a, b) * b);
                default: return b.IsZero ? Unknown : (double)a / (double)b;
            }
        }

        if (Real(left) is not { } x || Real(right) is not { } y) return Unknown;
        return sign switch
        {
            '+' => x + y,
            '-' => x - y,
            '*' => x * y,
            '/' => y == 0 ? Unknown : x / y,
            'f' => y == 0 ? Unknown : Math.Floor(x / y),
            '^' => Math.Pow(x, y),
            _ => Unknown,
        };
    }

    private static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var rest);
        return !rest.IsZero && (rest.Sign < 0) != (b.Sign < 0) ? quotient - 1 : quotient;
    }

    private static double? Real(object? value) => value switch { BigInteger whole => (double)whole, double real => real, _ => null };

    private object Stop()
    {
        _at = int.MaxValue - 1;
        return Unknown;
    }
}
