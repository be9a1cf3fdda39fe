using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>Random config classes, the same for the same seed: members of many forms over expressions of C#'s own arithmetic.</summary>
internal sealed class ConfigGrammar
{
    private static readonly string[] Types = ["int", "long", "double", "decimal", "float", "uint", "bool"];
    private readonly Random _random;
    private readonly List<(string Name, string Type, bool Static)> _members = [];

    public ConfigGrammar(int seed) => _random = new Random(seed);

    /// <summary>A class `C{seed}` whose members M0, M1, ... are each written from those before.</summary>
    public string Class(string name, int members)
    {
        var body = new StringBuilder();
        var constructor = new StringBuilder();
        for (int i = 0; i < members; i++)
        {
            string type = Types[_random.Next(Types.Length)];
            string member = "M" + i.ToString(CultureInfo.InvariantCulture);
            int form = _random.Next(9);
            bool isStatic = form <= 3;
            string value = Expression(type, 3, isStatic || form is 4 or 5);
            body.AppendLine(form switch
            {
                0 => $"public static readonly {type} {member} = {value};",
                1 => $"public static {type} {member} => {value};",
                2 => $"public static {type} {member} {{ get; }} = {value};",
                3 => $"public static {type} {member} {{ get {{ return {value}; }} }}",
                4 => $"public {type} {member} {{ get; init; }} = {value};",
                5 => $"public readonly {type} {member} = {value};",
                6 => $"public {type} {member} => {value};",
                7 => $"public virtual {type} {member} => {value};",
                _ => $"public {type} {member} {{ get; set; }}",
            });
            if (form == 8) constructor.AppendLine($"{member} = {value};");
            _members.Add((member, type, isStatic));
        }

        return $"public class {name} {{\n{body}public {name}() {{\n{constructor}}}\n}}";
    }

    private string Expression(string type, int depth, bool staticOnly)
    {
        var known = _members.Where(m => m.Type == type && (m.Static || !staticOnly)).ToList();
        if (depth == 0 || _random.Next(5) == 0) return known.Count > 0 && _random.Next(2) == 0 ? known[_random.Next(known.Count)].Name : Literal(type);
        string E(string t) => Expression(t, depth - 1, staticOnly);
        return type switch
        {
            "bool" => _random.Next(4) switch
            {
                0 => $"({E("int")} < {E("int")})",
                1 => $"({E("double")} >= {E("double")})",
                2 => $"({E("bool")} && {E("bool")} || !{E("bool")})",
                _ => $"({E("long")} == {E("long")})",
            },
            "int" => Choose(
                $"({E(type)} {Operator(true)} {E(type)})", $"({E("bool")} ? {E(type)} : {E(type)})", $"(int){E("double")}", $"({E(type)} {Shift()} {_random.Next(6)})",
                $"Math.Max({E(type)}, {E(type)})", $"(-{E(type)})", $"(~{E(type)})", $"({E("int")} switch {{ 1 => {E(type)}, > 10 and < 100 => {E(type)}, _ => {E(type)} }})", $"unchecked({E(type)} * {E(type)})"),
            "long" => Choose(
                $"({E(type)} {Operator(true)} {E(type)})", $"({E("int")} * {E(type)})", $"(long){E("double")}", $"(long){E("decimal")}", $"Math.Min({E(type)}, {E(type)})",
                $"checked({E(type)} + {E(type)})", $"((long?){E(type)} ?? 7L)", $"(long)Math.Pow(10, {_random.Next(12)})"),
            "double" => Choose(
                $"({E(type)} {Operator(false)} {E(type)})", $"({E("int")} / {E(type)})", $"Math.Sqrt({E(type)})", $"Math.Pow({E(type)}, {_random.Next(4)})", $"Math.Round({E(type)})",
                $"Math.Abs({E(type)})", $"(double){E("long")}", $"(double){E("decimal")}", $"({E("float")} + {E(type)})", $"Math.Floor({E(type)} * 10)", $"Math.Log({E(type)})"),
            "decimal" => Choose($"({E(type)} {Operator(true)} {E(type)})", $"(decimal){E("int")}", $"({E(type)} + {E("long")})", $"Math.Ceiling({E(type)})", $"({E("bool")} ? {E(type)} : {E(type)})"),
            "float" => Choose($"({E(type)} {Operator(false)} {E(type)})", $"(float){E("double")}", $"(float){E("int")}", $"({E("long")} * {E(type)})"),
            _ => Choose($"({E(type)} {Operator(true)} {E(type)})", $"(uint){E("int")}", $"({E(type)} & {E(type)})", $"({E("bool")} ? {E(type)} : {E(type)})"),
        };
    }

    private string Literal(string type) => type switch
    {
        "bool" => _random.Next(2) == 0 ? "true" : "false",
        "int" => _random.Next(-20, 1000).ToString(CultureInfo.InvariantCulture),
        "long" => Choose("1_000_000_000L", _random.Next(1, 100).ToString(CultureInfo.InvariantCulture) + "L", "70_000_000_000", "0xFFL"),
        "double" => Choose("1e9", "0.5", "1.4e12", _random.NextDouble().ToString("R", CultureInfo.InvariantCulture), "3"),
        "decimal" => Choose("1.4m", "15m", "0.001m"),
        "float" => Choose("1.5f", "3e5f", "0.1f"),
        _ => _random.Next(1, 50).ToString(CultureInfo.InvariantCulture) + "u",
    };

    private string Operator(bool whole) => whole ? Choose("+", "-", "*", "/", "%", "+", "*") : Choose("+", "-", "*", "/");

    private string Shift() => Choose("<<", ">>");

    private string Choose(params string[] options) => options[_random.Next(options.Length)];
}
