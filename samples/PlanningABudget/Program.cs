using System;
using System.IO;
using PlanningABudget;
using ScalingAnalyzers.Reports;

Console.Write(Report.Text());

string page = Path.Combine(AppContext.BaseDirectory, "plan.html");
ScalingReport.Write(page, DecisionPage.Content());
Console.Error.WriteLine(page);
